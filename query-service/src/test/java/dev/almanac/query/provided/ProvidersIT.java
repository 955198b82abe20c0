package dev.almanac.query.provided;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.KAFKA;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.ProviderTeam;
import dev.almanac.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A team that knows the topic and its JSON, and nothing of our code, has its entries shown. */
@OnRealParts
class ProvidersIT {
    private static final String MARCH = "/calendar/events?start=2026-03-01&end=2026-04-01&contextType=MY";
    private static final Path TUTORIAL = Path.of("..", "docs", "adding-a-provider.md");
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final ProviderTeam team = new ProviderTeam(KAFKA.bootstrapServers());
    private final String owner = "owner-" + id();
    private final String entry = id();
    private final String key = "ticket:" + entry;

    @Autowired
    private Api api;

    @Autowired
    private Consumers consumers;

    @AfterEach
    void leave() {
        team.close();
    }

    @Test
    void the_tutorial_does_what_it_says() throws IOException {
        List<String> json = blocks(Files.readString(TUTORIAL));
        Api clara = api.as(ISSUER.token("clara", "customer"));

        team.publishes("attendance:4711", json.get(0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> clara.get(MARCH)
                        .jsonPath("$[?(@.id=='attendance:4711')].extendedProps.metadata.photoCount")
                        .isEqualTo(1));
        clara.get("/calendar/events/attendance:4711/attachments")
                .jsonPath("$.items[0].name")
                .isEqualTo("gate.jpg");

        team.withdraws("attendance:4711", json.get(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> clara.get(MARCH)
                        .jsonPath("$[?(@.id=='attendance:4711')]")
                        .doesNotExist());
    }

    @Test
    void what_is_late_or_comes_from_another_partition_does_no_harm() {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            team.says("CalendarEntryPublished.v1", key, entry(partition, "Version " + partition), partition);
        }
        awaitTitle("Version 5");
        IntStream.range(0, Topic.PARTITIONS)
                .forEach(partition -> team.says("CalendarEntryPublished.v1", key, entry(3, "Late"), partition));
        team.says("CalendarEntryWithdrawn.v1", key, withdrawal(2), 0);
        flush();
        awaitTitle("Version 5");
        team.says("CalendarEntryWithdrawn.v1", key, withdrawal(6), 4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> mine().get(MARCH).jsonPath("$.length()").isEqualTo(0));
        team.publishes(key, entry(5, "Too late"));
        flush();
        mine().get(MARCH).jsonPath("$.length()").isEqualTo(0);
        team.publishes(key, entry(7, "Opened again"));
        awaitTitle("Opened again");
    }

    @Test
    void what_is_malformed_goes_to_the_dead_letters_by_its_reason_and_stops_nothing() {
        List<RecordMetadata> bad = new ArrayList<>();
        List<String> reasons = List.of("title", "entryType", "endDateTime", "Visibility", "titel", "belong");
        bad.add(team.publishes(key, entry(0, "x".repeat(201))));
        bad.add(team.publishes(key, entry(0, "A").replace("ticket", "event")));
        bad.add(team.publishes(key, entry(0, "A").replace("T10:", "T08:")));
        bad.add(team.publishes(key, entry(0, "A").replace("PUBLIC", "SECRET")));
        bad.add(team.publishes(key, entry(0, "A").replace("\"title\"", "\"titel\":\"A\",\"title\"")));
        bad.add(team.says("CalendarUnshared.v1", key, "{\"calendarId\":\"c\",\"sharedWith\":\"d\"}", null));
        team.publishes(key, entry(1, "Behind them"));
        awaitTitle("Behind them");

        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.ofBytes()) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topic.FEED.deadLetterName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
                return bad.stream().allMatch(record -> letters.stream().anyMatch(letter -> isOf(letter, record)));
            });
        }
        for (int i = 0; i < bad.size(); i++) {
            RecordMetadata record = bad.get(i);
            assertThat(letters.stream().filter(letter -> isOf(letter, record)).map(ProvidersIT::reason))
                    .allMatch(Pattern.compile(reasons.get(i)).asPredicate());
        }
    }

    private static boolean isOf(ConsumerRecord<?, ?> letter, RecordMetadata record) {
        return header(letter, "kafka_dlt-original-partition").equals(Integer.toString(record.partition()))
                && header(letter, "kafka_dlt-original-offset").equals(Long.toString(record.offset()));
    }

    private static String reason(ConsumerRecord<?, ?> letter) {
        return header(letter, "kafka_dlt-exception-message");
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    /** An entry of somebody else on each partition: once they are seen, so is all that was said before. */
    private void flush() {
        String somebody = "somebody-" + id();
        String another = id();
        IntStream.range(0, Topic.PARTITIONS)
                .forEach(partition -> team.says(
                        "CalendarEntryPublished.v1",
                        "flush",
                        entry(0, "Flush").replace(owner, somebody).replace(entry, partition + another),
                        partition));
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.as(ISSUER.token(somebody, "customer"))
                        .get(MARCH)
                        .jsonPath("$.length()")
                        .isEqualTo(Topic.PARTITIONS));
    }

    private void awaitTitle(String title) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> mine().get(MARCH).jsonPath("$[*].title").isEqualTo(title));
    }

    private Api mine() {
        return api.as(ISSUER.token(owner, "customer"));
    }

    private String entry(long sequence, String title) {
        return """
                {"entryType":"ticket","entryId":"%s","sequence":%d,"ownerId":"%s","title":"%s",
                 "startDateTime":"2026-03-02T09:00:00Z","endDateTime":"2026-03-02T10:00:00Z","visibility":"PUBLIC"}""".formatted(entry, sequence, owner, title);
    }

    private String withdrawal(long sequence) {
        return "{\"entryType\":\"ticket\",\"entryId\":\"%s\",\"sequence\":%d}".formatted(entry, sequence);
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = JSON_BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}

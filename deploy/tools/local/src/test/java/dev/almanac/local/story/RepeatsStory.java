package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What AsyncAPI tells consumers about repeats, done by one of them with what a running suite has written. */
final class RepeatsStory {
    private RepeatsStory() {}

    static void isToldBy(Suite suite) {
        for (Topic topic : Topic.values()) {
            List<Recorded<Change>> records = TopicReader.read(suite.kafkaServers(), topic);
            Set<String> all =
                    records.stream().map(recorded -> recorded.metadata().id()).collect(Collectors.toSet());
            Consumer consumer = new Consumer();
            assertThat(records.stream()
                            .filter(consumer::takes)
                            .map(recorded -> recorded.metadata().id()))
                    .as("what is taken of %s: each change, and each once", topic)
                    .containsExactlyInAnyOrderElementsOf(all);
            assertThat(records.stream().filter(consumer::takes))
                    .as("what is taken of %s when it comes again", topic)
                    .isEmpty();
            assertThat(withoutPositions(topic) ? List.<Recorded<Change>>of() : records)
                    .as("positions on %s", topic)
                    .allMatch(recorded -> recorded.metadata().position() > 0);
        }
        inMilliseconds(suite);
        assertThat(TopicReader.read(suite.kafkaServers(), Topic.CONFLICTS).stream()
                        .collect(Collectors.groupingBy(
                                recorded -> recorded.change().subject(),
                                Collectors.mapping(
                                        recorded -> recorded.metadata().source(), Collectors.toSet())))
                        .values())
                .as("a conflict of which both writers told")
                .anyMatch(sources -> sources.size() == 2);
    }

    /** What other teams say has none, nor what people say of their inbox. */
    private static boolean withoutPositions(Topic topic) {
        return topic == Topic.FEED || topic == Topic.NOTIFICATIONS;
    }

    private static void inMilliseconds(Suite suite) {
        for (Topic topic : Topic.values()) {
            assertThat(TopicReader.read(suite.kafkaServers(), topic))
                    .as("instants on %s", topic)
                    .allSatisfy(recorded -> {
                        assertThat(new String(ChangeJson.write(recorded.change()), UTF_8))
                                .doesNotContainPattern("\\.\\d{4,}Z");
                        assertThat(recorded.metadata().time())
                                .isEqualTo(recorded.metadata().time().truncatedTo(ChronoUnit.MILLIS));
                    });
        }
    }

    /** Remembers a number for each key and source, and the ids of what nobody numbers. */
    private static final class Consumer {
        private record Series(String key, String source) {}

        private final Map<Series, Long> last = new HashMap<>();
        private final Set<String> unnumbered = new HashSet<>();

        boolean takes(Recorded<Change> recorded) {
            ChangeMetadata metadata = recorded.metadata();
            if (metadata.sequence() == ChangeMetadata.UNNUMBERED) {
                return unnumbered.add(metadata.id());
            }
            Series series = new Series(recorded.change().subject(), metadata.source());
            Long known = last.get(series);
            if (known != null && metadata.sequence() <= known) {
                return false;
            }
            last.put(series, metadata.sequence());
            return true;
        }
    }
}

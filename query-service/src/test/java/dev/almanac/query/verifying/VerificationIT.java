package dev.almanac.query.verifying;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.conflict;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Jobs;
import dev.almanac.query.support.Entry;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.query.verifying.VerificationReport.Outcome;
import dev.almanac.query.verifying.VerificationReport.VerifiedView;
import dev.almanac.query.verifying.VerificationReport.WrongDocument;
import dev.almanac.query.verifying.VerificationReport.WrongDocument.Kind;
import dev.almanac.query.views.ReadModel;
import dev.almanac.testing.Api;
import dev.almanac.testing.ChangeRequestExamples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import dev.almanac.testing.RuleExamples;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is damaged by hand is found, and nothing else: in each view, under load, and beside a rebuild. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag(OnRealParts.TAG)
@DirtiesContext
class VerificationIT {
    private static final VerificationProperties ALL =
            new VerificationProperties("-", ZoneOffset.UTC, 5000, 1, Duration.ofMinutes(1));
    private static final String CALENDAR = "hall";
    /** Another one for each run: ids and numbers begin anew. */
    private static @Nullable KafkaBroker broker;

    private final Instant lately = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private Feeder feeder;

    @Autowired
    Generations generations;

    @Autowired
    Consumers consumers;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MongoDatabase database;

    @Autowired
    List<ReadModel<?>> models;

    @LocalServerPort
    int port;

    private Consumer<String, byte[]> looker;
    private Api admin;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        broker = new KafkaBroker(Topic.PARTITIONS);
        RealParts.register(registry, broker);
    }

    @BeforeAll
    void publish() {
        feeder = new Feeder(requireNonNull(broker).bootstrapServers());
        looker = consumers.ofBytes();
        admin = new Api(port, ISSUER.token("root", "admin"));
        feeder.store(calendar(CALENDAR, "Hall"));
        for (int i = 0; i < 3; i++) {
            publishOneOfEach("-" + i);
        }
        awaitViews();
    }

    private void publishOneOfEach(String suffix) {
        String beamer = "beamer" + suffix;
        feeder.store(calendar("room" + suffix, "Room"));
        feeder.store(resource(beamer, "Beamer"));
        EventScheduledOnCalendar talk = event("talk" + suffix, CALENDAR, "Talk", "03T09:00", "03T10:00", beamer);
        feeder.store(talk);
        feeder.store(moved(talk, "04T09:00", "04T10:00"));
        feeder.store(series("standup" + suffix, CALENDAR, "Standup", "05T09:00", "05T10:00"));
        feeder.restart("standup" + suffix);
        feeder.derive(occurrence("standup" + suffix, CALENDAR, "05T09:00", "05T10:00"));
        feeder.derive(conflict("clash" + suffix, "talk" + suffix, "standup" + suffix, ConflictLevel.MINOR));
        String rule = "nightly" + suffix;
        feeder.store(RuleExamples.created(rule));
        feeder.restart(rule);
        feeder.derive(RuleExamples.day(rule, lately));
        feeder.derive(RuleExamples.failed(rule, lately, 1, null));
        feeder.store(ChangeRequestExamples.proposed("request" + suffix, rule, "ana"));
        feeder.store(new NotificationPreferencesSet(
                NotificationPreferences.idOf("ana" + suffix), "ana" + suffix, NotificationPreferences.DEFAULTS));
        feeder.store(new WebhookSubscribed(
                "hook" + suffix,
                "ana",
                new WebhookProfile("https://hooks.test/", null, List.of("RuleCreated"), List.of()),
                "sealed"));
        feeder.derive(new NotificationRaised(
                "notification" + suffix,
                "ana",
                new Notice(
                        NotificationType.EVENT_MOVED,
                        NotificationCategory.NORMAL,
                        new Notice.Cause("EventRescheduled.v1", "cause" + suffix, "carl", null),
                        new Notice.About("talk" + suffix, "Talk", CALENDAR, "ana"),
                        null,
                        List.of(NoticeAction.OPEN)),
                List.of(Channel.IN_APP),
                lately,
                null));
        feeder.store(Entry.of("task", "t" + suffix, "ana", "03T08:00", "03T09:30")
                .photographed(1)
                .published());
    }

    @AfterAll
    void disconnect() {
        looker.close();
        feeder.close();
    }

    @Test
    @Order(1)
    void views_that_nobody_damaged_differ_nowhere() {
        VerificationReport report = verify();

        assertThat(report.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(report.differences()).isEmpty();
        assertThat(report.views()).extracting(VerifiedView::name).containsExactlyInAnyOrderElementsOf(names());
        assertThat(report.views()).allSatisfy(view -> {
            assertThat(view.compared()).as(view.name()).isGreaterThanOrEqualTo(3);
            assertThat(view.notComparable()).as(view.name()).isEmpty();
        });
    }

    private List<String> names() {
        return models.stream().<String>map(ReadModel::name).toList();
    }

    static List<String> views() {
        return List.of(
                "attached",
                "calendars",
                "change-requests",
                "conflicts",
                "entries",
                "history",
                "notifications",
                "plans",
                "preferences",
                "provided",
                "resources",
                "rules",
                "runs",
                "schedules",
                "tallies",
                "webhooks");
    }

    @Test
    @Order(1)
    void every_view_is_damaged_here() {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(views());
    }

    @ParameterizedTest
    @MethodSource("views")
    @Order(2)
    void says_exactly_what_was_changed_deleted_or_added_by_hand(String view) {
        MongoCollection<BsonDocument> documents = documents(view);
        List<BsonDocument> three = present(documents);
        BsonDocument changed = three.get(0);
        BsonDocument deleted = three.get(1);
        String field = someText(changed);
        String surplus = "surplus-" + view;

        update(documents, changed, field, "damaged");
        block(documents.deleteOne(eq("_id", deleted.get("_id"))));
        block(documents.insertOne(three.get(2).clone().append("_id", new BsonString(surplus))));
        List<WrongDocument> said = verify().differences();
        block(documents.replaceOne(eq("_id", changed.get("_id")), changed));
        block(documents.insertOne(deleted));
        block(documents.deleteOne(eq("_id", surplus)));

        assertThat(said)
                .extracting(WrongDocument::view, WrongDocument::id, WrongDocument::kind, WrongDocument::fields)
                .containsExactlyInAnyOrder(
                        tuple(view, text(changed), Kind.CHANGED, List.of(field)),
                        tuple(view, text(deleted), Kind.MISSING, List.of()),
                        tuple(view, surplus, Kind.SURPLUS, List.of()));
        assertThat(verify().differences()).isEmpty();
    }

    @Test
    @Order(3)
    void a_write_that_was_lost_is_told_also_where_an_older_document_took_its_place() {
        MongoCollection<BsonDocument> schedules = documents("schedules");
        BsonDocument before =
                requireNonNull(block(schedules.find(eq("_id", "talk-0")).first()));
        EventScheduledOnCalendar talk = event("talk-0", CALENDAR, "Talk", "04T09:00", "04T10:00");
        feeder.store(moved(talk, "06T09:00", "06T10:00"));
        awaitViews();
        BsonDocument after =
                requireNonNull(block(schedules.find(eq("_id", "talk-0")).first()));

        block(schedules.replaceOne(eq("_id", "talk-0"), before));
        List<WrongDocument> said = verify().differences();
        block(schedules.replaceOne(eq("_id", "talk-0"), after));

        assertThat(said).singleElement().satisfies(difference -> {
            assertThat(difference.id()).isEqualTo("talk-0");
            assertThat(difference.kind()).isEqualTo(Kind.CHANGED);
            assertThat(difference.fields()).contains("offset", "view.booking.startDateTime");
        });
    }

    @Test
    @Order(3)
    void runs_and_plans_that_are_old_enough_to_be_dropped_are_not_missed() {
        Instant longAgo = lately.minus(60, ChronoUnit.DAYS);
        feeder.derive(RuleExamples.day("long-ago", longAgo));
        feeder.derive(RuleExamples.failed("long-ago", longAgo, 1, null));
        awaitViews();
        for (String view : List.of("runs", "plans")) {
            block(documents(view)
                    .deleteMany(in(
                            "_id",
                            present(documents(view)).stream()
                                    .map(VerificationIT::text)
                                    .filter(id -> id.startsWith("long-ago"))
                                    .toList())));
        }

        VerificationReport report = verify();

        assertThat(report.differences()).isEmpty();
        assertThat(report.views())
                .filteredOn(view -> List.of("runs", "plans").contains(view.name()))
                .allSatisfy(view -> assertThat(view.notComparable()).isEqualTo(Map.of(Doubt.DROPPED_WHEN_OLD, 1)));
    }

    @Test
    @Order(3)
    void one_goes_on_at_a_time() {
        Instant now = clock.instant();
        block(jobs.begin("verification", "another instance", now, now.plusSeconds(60), now));

        admin.http()
                .post()
                .uri("/ops/projections/verify")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:verification-running");
        admin.get("/ops/projections/verify").jsonPath("$.runningSince").isNotEmpty();
        admin.invalid("/ops/projections/verify?seed=7", "seed");

        jobs.end("verification", "another instance", clock.instant(), "of a later build")
                .block(PATIENCE);
        admin.get("/ops/projections/verify")
                .jsonPath("$.runningSince")
                .doesNotExist()
                .jsonPath("$.report")
                .doesNotExist();
    }

    @Test
    @Order(4)
    void changes_that_come_meanwhile_are_no_differences() throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().start(() -> publishUntilTold(goesOn));
        try {
            for (long seed = 0; seed < 8; seed++) {
                VerificationReport report = verify(ALL, seed);
                assertThat(report.outcome()).isEqualTo(Outcome.FINISHED);
                assertThat(report.differences()).isEmpty();
            }
        } finally {
            goesOn.set(false);
            load.join();
        }
        awaitViews();
        assertThat(verify().differences()).isEmpty();
    }

    private void publishUntilTold(AtomicBoolean goesOn) {
        EventScheduledOnCalendar busy = event(id(), CALENDAR, "Busy", "03T09:00", "03T10:00");
        Entry entry = Entry.of("task", id(), "ana", "03T08:00", "03T09:30");
        String rule = "busy-" + id();
        feeder.store(busy);
        for (int i = 1; goesOn.get(); i++) {
            feeder.store(moved(busy, "03T09:00", "03T1" + i % 10 + ":30"));
            feeder.store(event(id(), CALENDAR, "Another", "04T09:00", "04T10:00"));
            feeder.derive(RuleExamples.failed(rule, lately, i, lately));
            feeder.store(entry.numbered(i, "number " + i).published());
        }
    }

    @Test
    @Order(5)
    void beside_a_rebuild_nothing_is_said_that_is_not_so() {
        rebuild();
        VerificationReport report = verify();
        for (int tries = 0; tries < 200 && isRebuilding(); tries++) {
            assertThat(report.differences()).isEmpty();
            report = verify();
        }
        assertThat(report.differences()).isEmpty();
        awaitRebuilt();
        assertThat(verify().outcome()).isEqualTo(Outcome.FINISHED);
    }

    @Test
    @Order(6)
    void an_administrator_is_told_what_differs_and_a_rebuild_puts_it_right() {
        update(documents("calendars"), "room-1", "view.profile.name", "damaged");

        Map<String, Object> found = verifyOverHttp(41);
        assertThat(String.valueOf(found.get("differences")))
                .contains("room-1", "view.profile.name")
                .doesNotContain("Room");
        await().atMost(PATIENCE).until(() -> differencesMetric("calendars") == 1);
        assertThat(health()).contains("\"DEGRADED\"");
        assertThat(admin.status("/ops/projections")).isEqualTo(200);
        assertThat(admin.anonymous()
                        .http()
                        .get()
                        .uri(admin.at("/actuator/health/readiness"))
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(200);

        rebuild();
        awaitRebuilt();
        assertThat(String.valueOf(verifyOverHttp(42).get("differences"))).isEqualTo("[]");
        await().atMost(PATIENCE).until(() -> differencesMetric("calendars") == 0);
        assertThat(health()).doesNotContain("DEGRADED");
    }

    @Test
    @Order(7)
    void of_a_large_view_samples_are_compared_that_a_seed_chooses() {
        IntStream.range(0, 300)
                .mapToObj(i -> event(id(), CALENDAR, "Talk " + i, "07T09:00", "07T10:00"))
                .forEach(feeder::store);
        awaitViews();
        VerificationProperties some = new VerificationProperties("-", ZoneOffset.UTC, 60, 6, Duration.ofMinutes(1));
        List<BsonDocument> present = present(documents("entries"));
        List<BsonDocument> damaged = IntStream.range(0, 10)
                .mapToObj(i -> present.get(i * present.size() / 10))
                .toList();
        damaged.forEach(document -> update(documents("entries"), document, "view.calendarId", "damaged"));

        List<List<String>> said = LongStream.range(0, 8)
                .mapToObj(seed -> verify(some, seed))
                .map(report ->
                        report.differences().stream().map(WrongDocument::id).toList())
                .toList();
        VerificationReport one = verify(some, 7);
        VerificationReport again = verify(some, 7);
        damaged.forEach(document -> update(documents("entries"), document, "view.calendarId", CALENDAR));

        assertThat(said)
                .allSatisfy(ids ->
                        assertThat(damaged.stream().map(VerificationIT::text)).containsAll(ids));
        assertThat(said.stream().distinct()).hasSizeGreaterThan(2);
        assertThat(again.views()).containsExactlyInAnyOrderElementsOf(one.views());
        assertThat(again.differences()).isEqualTo(one.differences());
        assertThat(one.views())
                .filteredOn(view -> view.name().equals("entries"))
                .allSatisfy(view -> assertThat(view.compared()).isBetween(10, 100));
    }

    @Test
    @Order(8)
    void what_there_is_no_time_to_read_is_not_said_to_be_wrong() {
        VerificationReport report = verify(new VerificationProperties("-", ZoneOffset.UTC, 5000, 1, Duration.ZERO), 1);

        assertThat(report.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(report.differences()).isEmpty();
        assertThat(report.views())
                .allSatisfy(
                        view -> assertThat(view.notComparable()).as(view.name()).containsKey(Doubt.NOT_READ));
    }

    /** Comes last: the topic stays cut off. */
    @Test
    @Order(9)
    void a_subject_whose_first_changes_are_gone_cannot_be_compared() throws Exception {
        List<TopicPartition> partitions = Consumers.partitions(Topic.SCHEDULES);
        feeder.store(moved(event("talk-1", CALENDAR, "Talk", "04T09:00", "04T10:00"), "08T09:00", "08T10:00"));
        awaitViews();
        Map<TopicPartition, Long> ends = looker.endOffsets(partitions);
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", requireNonNull(broker).bootstrapServers()))) {
            kafka.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue() - 1))))
                    .all()
                    .get();
        }
        VerificationReport report = verify();

        assertThat(report.differences()).isEmpty();
        assertThat(report.views())
                .filteredOn(view -> List.of("schedules", "entries", "history").contains(view.name()))
                .allSatisfy(
                        view -> assertThat(view.notComparable()).as(view.name()).containsKey(Doubt.CHANGES_MISSING));
    }

    private VerificationReport verify() {
        return verify(ALL, 1);
    }

    private VerificationReport verify(VerificationProperties properties, long seed) {
        return new Verification(generations, consumers, properties, clock, seed).run();
    }

    @SuppressWarnings("unchecked") // JSON objects
    private Map<String, Object> verifyOverHttp(long seed) {
        admin.http()
                .post()
                .uri("/ops/projections/verify?seed=" + seed)
                .exchange()
                .expectStatus()
                .isAccepted();
        List<Map<String, Object>> reports = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            Map<String, Object> report = (Map<String, Object>)
                    admin.map("/ops/projections/verify", null).get("report");
            if (report != null && Objects.equals(report.get("seed"), (int) seed)) {
                reports.add(report);
            }
            return !reports.isEmpty();
        });
        return reports.getFirst();
    }

    private void rebuild() {
        admin.http()
                .post()
                .uri("/ops/projections/rebuild")
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    private boolean isRebuilding() {
        return admin.map("/ops/projections", null).get("building") != null;
    }

    private void awaitRebuilt() {
        await().atMost(PATIENCE).until(() -> !isRebuilding());
    }

    private double differencesMetric(String view) {
        return meters.get("scheduling.verification.differences")
                .tag("view", view)
                .gauge()
                .value();
    }

    private String health() {
        return requireNonNull(admin.anonymous()
                .http()
                .get()
                .uri(admin.at("/actuator/health"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void awaitViews() {
        await().atMost(PATIENCE).until(() -> {
            Map<TopicPartition, Long> positions =
                    requireNonNull(generations.active().positions().read().block(PATIENCE));
            return looker.endOffsets(Consumers.domainPartitions()).entrySet().stream()
                    .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        });
    }

    private MongoCollection<BsonDocument> documents(String view) {
        int number =
                requireNonNull(generations.active().layout().views().get(view)).number();
        return database.getCollection(view + "_g" + number, BsonDocument.class);
    }

    /** Those that say something. */
    private static List<BsonDocument> present(MongoCollection<BsonDocument> documents) {
        return requireNonNull(Flux.from(documents.find())
                .filter(document -> document.containsKey("view"))
                .sort((one, other) -> text(one).compareTo(text(other)))
                .collectList()
                .block(PATIENCE));
    }

    private static String text(BsonDocument document) {
        return document.getString("_id").getValue();
    }

    /** The path of a field of the document that holds a text, other than its id. */
    private static String someText(BsonDocument document) {
        return document.getDocument("view").entrySet().stream()
                .filter(field -> field.getValue().isString())
                .map(field -> "view." + field.getKey())
                .filter(path -> !path.equals("view.id"))
                .findFirst()
                .orElse("view.id");
    }

    private static void update(
            MongoCollection<BsonDocument> documents, BsonDocument document, String field, String value) {
        update(documents, text(document), field, value);
    }

    private static void update(MongoCollection<BsonDocument> documents, String id, String field, String value) {
        block(documents.updateOne(eq("_id", id), set(field, value)));
    }

    private static <T> T block(Publisher<T> asked) {
        return requireNonNull(Mono.from(asked).block(PATIENCE));
    }
}

package dev.almanac.query.caching;

import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.cleared;
import static dev.almanac.testing.Examples.conflict;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static dev.almanac.testing.Examples.withdrawn;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.queued;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.OtherInstance;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What is kept of answers is never older than the views. */
@OnRealParts
class CachingIT {
    private static final int STEPS = 60;
    private final String own = "cal-" + id();
    private final String other = "cal-" + id();
    private final String room = "room-" + id();
    private final String queue = "queue-" + id();
    private final String carl = "carl-" + id();
    private final List<EventScheduledOnCalendar> events = new ArrayList<>();
    private final List<String> series = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @Autowired
    private MeterRegistry meters;

    private long position;

    @BeforeEach
    void open() {
        feeder.store(calendar(own, "Own", carl));
        feeder.store(resource(room, "Room"));
        position = feeder.store(calendar(other, "Bob's", "bob"));
        awaitViews(api);
    }

    /** While instances come and go, partitions change hands. */
    private void awaitViews(Api reader) {
        await().atMost(RealParts.PATIENCE)
                .until(() -> answer(reader, "/calendars/" + other).startsWith("200"));
    }

    /** The other instance keeps nothing, has the same documents, and writes half of them: both take part in one group. */
    @Test
    void whatever_happens_it_answers_what_an_instance_without_caches_does() {
        try (ConfigurableApplicationContext uncached = withoutCaches()) {
            int port = Integer.parseInt(
                    Objects.requireNonNull(uncached.getEnvironment().getProperty("local.server.port")));
            Random random = new Random(7);
            awaitViews(new Api(port, token("ana")));
            awaitViews(api);
            double before = hits();
            for (int step = 0; step < STEPS; step++) {
                String what = change(random);
                for (Map.Entry<String, String> reader : readers().entrySet()) {
                    Api cached = api.as(reader.getValue());
                    Api anew = new Api(port, reader.getValue());
                    for (String question : questions()) {
                        assertThat(answer(cached, question))
                                .as("step %d: %s, for %s: %s", step, what, reader.getKey(), question)
                                .isEqualTo(answer(anew, question));
                    }
                    assertThat(check(cached))
                            .as("step %d: %s, for %s", step, what, reader.getKey())
                            .isEqualTo(check(anew));
                }
            }
            assertThat(hits() - before).as("answers that were kept").isGreaterThan(STEPS * 3.0);
        }
    }

    @Test
    void an_answer_is_kept_while_others_calendars_change_and_read_anew_when_its_own_does() {
        events.add(event(id(), own, "Talk", "03T09:00", "03T10:00", room));
        position = feeder.store(events.getFirst());
        String month = "/calendars/" + own + "/monthly?date=2026-03-03";
        api.map(month, position);
        double before = hits();

        position = feeder.store(event(id(), other, "Elsewhere", "03T09:00", "03T10:00"));
        api.map(month, position);
        assertThat(hits()).as("another calendar changed").isEqualTo(before + 1);

        position = feeder.store(moved(events.getFirst(), "05T09:00", "05T10:00"));
        assertThat(answer(api, month)).contains("2026-03-05T09:00:00Z");
        assertThat(hits()).as("its own did").isEqualTo(before + 1);
        api.map(month, position);
        assertThat(hits()).isEqualTo(before + 2);
    }

    @Test
    void what_one_reader_was_shown_is_not_shown_to_another_and_no_longer_once_a_share_is_over() {
        feeder.store(event(id(), other, "Secret talk", "03T09:00", "03T10:00"));
        position = feeder.store(new CalendarShared(other, carl, ShareLevel.VIEW));
        Api shared = api.as(token("carl"));
        Api stranger = api.as(token("eve"));
        String feed = "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-15T00:00:00Z";
        for (int i = 0; i < 2; i++) {
            assertThat(answer(api, feed + "&calendarId=" + other)).doesNotContain("unknown");
            assertThat(answer(shared, feed)).contains("Secret talk");
            assertThat(answer(stranger, feed)).doesNotContain("Secret talk");
        }

        position = feeder.store(new CalendarUnshared(other, carl));

        assertThat(answer(shared, feed)).doesNotContain("Secret talk");
    }

    @Test
    void readers_who_keep_an_answer_warm_hide_no_write_from_those_who_know_of_it() throws Exception {
        String month = "/calendars/" + own + "/monthly?date=2026-03-03";
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            IntStream.range(0, 3)
                    .forEach(_ -> readers.execute(() -> {
                        while (!over.get()) {
                            api.map(month, null);
                        }
                    }));
            try {
                for (int i = 0; i < 60; i++) {
                    String title = "Talk number " + i + ".";
                    position = feeder.store(event(id(), own, title, "03T09:00", "03T10:00"));
                    assertThat(answer(api, month)).contains(title);
                }
            } finally {
                over.set(true);
            }
        }
    }

    private Map<String, String> readers() {
        return Map.of(
                "ana", RealParts.ISSUER.token("ana", "manager"),
                "carl", RealParts.ISSUER.token(carl, "staff"),
                "eve", RealParts.ISSUER.token("eve-" + queue, "staff"));
    }

    private String token(String reader) {
        return Objects.requireNonNull(readers().get(reader));
    }

    private List<String> questions() {
        return List.of(
                "/calendars/" + own + "/monthly?date=2026-03-03",
                "/calendars/" + other + "/weekly?date=2026-03-03",
                "/calendars/" + other + "/feed.ics",
                "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-29T00:00:00Z&contextType=SITE&contextId="
                        + own,
                "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-29T00:00:00Z",
                "/calendar/day/2026-03-04",
                "/calendar/2026/3?calendarId=" + other,
                "/resources/" + room + "/availability?from=2026-03-03T00:00:00Z&till=2026-03-06T00:00:00Z",
                "/schedules/window?from=2026-03-03T00:00:00Z&till=2026-03-05T00:00:00Z&queue=" + queue + "&calendarId="
                        + own + "&calendarId=" + other);
    }

    private String answer(Api reader, String question) {
        EntityExchangeResult<byte[]> result =
                reader.request(question, position).expectBody(byte[].class).returnResult();
        byte[] body = result.getResponseBody();
        String text = body == null ? "" : new String(body, UTF_8);
        return result.getStatus().value() + " " + (result.getStatus().is2xxSuccessful() ? text : "");
    }

    private String check(Api reader) {
        EntityExchangeResult<byte[]> result = reader.post(
                        "/resources/availability/check",
                        Map.of(
                                "resourceId",
                                room,
                                "startDateTime",
                                "2026-03-04T09:00:00Z",
                                "endDateTime",
                                "2026-03-04T10:00:00Z"))
                .expectBody(byte[].class)
                .returnResult();
        return new String(Objects.requireNonNull(result.getResponseBody()), UTF_8);
    }

    /** One that changes anything of what is asked, and says which. */
    private String change(Random random) {
        String on = random.nextBoolean() ? own : other;
        String day = "0" + (3 + random.nextInt(3));
        int kind = random.nextInt(13);
        @Nullable EventScheduledOnCalendar some = events.isEmpty() ? null : events.get(random.nextInt(events.size()));
        switch (kind) {
            case 0 -> position = feeder.store(new CalendarShared(other, carl, ShareLevel.VIEW));
            case 1 -> position = feeder.store(new CalendarUnshared(other, carl));
            case 2 -> {
                series.add(id());
                position = feeder.store(series(series.getLast(), on, "Standup", day + "T09:00", day + "T10:00"));
                derived(occurrence(series.getLast(), on, day + "T09:00", day + "T10:00"));
            }
            case 3 -> series.stream().findAny().ifPresent(id -> derived(withdrawn(id, day + "T09:00")));
            case 4 -> {
                if (events.size() > 1) {
                    String one = events.getFirst().scheduleId();
                    String two = events.getLast().scheduleId();
                    derived(
                            random.nextBoolean()
                                    ? conflict("conflict-" + one, one, two, ConflictLevel.SEVERE)
                                    : cleared("conflict-" + one, one, two));
                }
            }
            case 5 -> {
                if (some != null) {
                    events.remove(some);
                    position = feeder.store(new EventRemovedFromCalendar(
                            some.scheduleId(), some.booking().calendarId(), "ana", null));
                }
            }
            case 6, 7 -> {
                if (some != null) {
                    position = feeder.store(moved(some, day + "T12:00", day + "T13:00"));
                }
            }
            case 8 -> {
                if (some != null) {
                    EventScheduledOnCalendar there =
                            event(some.scheduleId(), on, "Moved over", day + "T09:00", day + "T10:00");
                    events.set(events.indexOf(some), there);
                    position = feeder.store(
                            new EventUpdated(some.scheduleId(), there.booking(), Examples.details("Moved over")));
                }
            }
            case 9 ->
                position = feeder.store(new ResourceMarkedUnavailable(
                        id(), room, at(day + "T08:00"), at(day + "T08:30"), "cleaning", "ana"));
            case 10 -> {
                rules.add("rule-" + id());
                position = feeder.store(queued(rules.getLast(), queue, "0 * * * *"));
            }
            case 11 -> {
                if (!rules.isEmpty()) {
                    position = feeder.store(new RuleDeleted(rules.removeLast(), NINE, null, "ana"));
                }
            }
            default -> {
                events.add(event(id(), on, "Talk", day + "T09:00", day + "T10:00", room));
                position = feeder.store(events.getLast());
            }
        }
        return "change " + kind;
    }

    /** Whatever was derived before something is in the views once that is. */
    private void derived(Change change) {
        feeder.derive(change);
        position = feeder.store(event(id(), "nowhere", "Nothing", "02T09:00", "02T10:00"));
    }

    private double hits() {
        return Stream.of("calendar-views", "availability", "window", "subscriptions")
                .mapToDouble(cache -> meters.counter("cache.gets", "cache", cache, "result", "hit")
                        .count())
                .sum();
    }

    private ConfigurableApplicationContext withoutCaches() {
        return OtherInstance.beside(
                environment,
                Stream.of("events", "bookings", "buckets", "feed-kilobytes")
                        .map(cache -> "--almanac.caches." + cache + "=0")
                        .toArray(String[]::new));
    }
}

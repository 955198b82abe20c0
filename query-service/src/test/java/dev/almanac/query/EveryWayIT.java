package dev.almanac.query;

import static dev.almanac.query.EveryWayIT.Opens.TELLS;
import static dev.almanac.query.EveryWayIT.Opens.TELLS_OWNERS;
import static dev.almanac.query.support.LiveStream.stream;
import static dev.almanac.query.support.LiveStream.streamToken;
import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.Entry;
import dev.almanac.query.support.LiveStream;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.RuleExamples;
import dev.almanac.web.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/**
 * Every way to what stands on a calendar, asked first by its owner and then by everybody else: a stranger is told what is told of
 * nothing. {@link AccessIT} says who gets an answer; this says what is in it.
 */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWayIT {
    /** In whatever has a name, and in no id. */
    private static final String SECRET = "Operation Nightingale";

    private static final String MARCH = "from=2026-03-02T00:00:00Z&till=2026-03-05T00:00:00Z";
    private static final String FEED = "start=2026-03-02T00:00:00Z&end=2026-03-05T00:00:00Z";

    enum Caller {
        OWNER,
        READER,
        /** Their share was taken back. */
        FORMER_READER,
        STRANGER,
        NOBODY,
        /** The owner, with a token that is over. */
        LATE
    }

    /** What is told to those who may see the calendar. */
    enum Opens {
        TELLS,
        TELLS_OWNERS,
        /** A file that is not looked into, or mere times and numbers. */
        ANSWERS;

        boolean tells(Caller caller) {
            return this == TELLS || (this == TELLS_OWNERS && caller == Caller.OWNER);
        }
    }

    /** @param path with names of things in braces; after a blank in front the format of an export */
    record Way(String path, Opens opens) {
        @Override
        public String toString() {
            return path;
        }
    }

    private static Way way(String path) {
        return new Way(path, Opens.ANSWERS);
    }

    private static Way way(Opens opens, String path) {
        return new Way(path, opens);
    }

    static Stream<Way> ways() {
        return Stream.of(
                way(TELLS, "/calendars"),
                way(TELLS, "/calendars/{hall}"),
                way(TELLS, "/calendars/{hall}/history"),
                way("/calendars/{hall}/shares"),
                way("/calendars/{hall}/feed-tokens"),
                way("/calendars/{hall}/availability?" + MARCH),
                way(TELLS, "/calendars/{hall}/view?viewType=DAILY&date=2026-03-03"),
                way(TELLS, "/calendars/{hall}/daily?date=2026-03-03"),
                way(TELLS, "/calendars/{hall}/weekly?date=2026-03-03"),
                way(TELLS, "/calendars/{hall}/monthly?date=2026-03-03"),
                way(TELLS, "/calendars/{hall}/feed.ics"),
                way("PDF /calendars/{hall}/export/daily"),
                way("XLSX /calendars/{hall}/export/weekly"),
                way(TELLS, "ICS /calendars/{hall}/export/monthly"),
                way(TELLS, "/schedules?calendarId={hall}"),
                way(TELLS, "/schedules?q=nightingale"),
                way(TELLS, "/schedules?expand=true&" + MARCH),
                way(TELLS, "/schedules?resourceId={beamer}"),
                way(TELLS, "/schedules/{talk}"),
                way(TELLS, "/schedules/{talk}/history"),
                way(TELLS, "/schedules/{standup}@20260304T090000"),
                way("/schedules/conflicts?calendarId={hall}"),
                way(TELLS, "/schedules/conflicts/{clash}"),
                way("/schedules/conflicts/{clash}/history"),
                way("/schedules/window?calendarId={hall}&" + MARCH),
                way("/schedules/detailed?date=2026-03-03"),
                way(TELLS, "/schedules/rules"),
                way(TELLS, "/schedules/rules/{nightly}"),
                way(TELLS, "/schedules/rules/{nightly}/history"),
                way("/schedules/rules/{nightly}/dst-report"),
                way("/runs"),
                way("/resources/{beamer}/availability?" + MARCH),
                way("/calendar/2026/3?calendarId={hall}"),
                way("/calendar/2026/3"),
                way(TELLS, "/calendar/day/2026-03-03?calendarId={hall}"),
                way(TELLS, "/calendar/day/2026-03-03"),
                way(TELLS, "/calendar/events?" + FEED),
                way(TELLS, "/calendar/events?contextType=SITE&contextId={hall}&" + FEED),
                way(TELLS, "/calendar/events?contextType=ASSET&contextId={beamer}&" + FEED),
                way(TELLS_OWNERS, "/calendar/events?contextType=MY&" + FEED),
                way("/calendar/events/{task}/attachments"),
                way("/calendar/events/event:{talk}/attachments"),
                way("/ops/calendar/events?" + FEED),
                way(TELLS_OWNERS, "/audit"),
                way(TELLS_OWNERS, "/audit?calendarId={hall}"),
                way(TELLS, "/changes/{talk}-0"),
                way("/changes/{clash}-1"),
                way("/changes?undoable=true"));
    }

    private final Map<String, String> ids = Map.of(
            "hall",
            id(),
            "talk",
            id(),
            "standup",
            id(),
            "clash",
            id(),
            "nightly",
            id(),
            "beamer",
            id(),
            "task",
            "task:" + id());
    private final String own = "-" + id();
    private final Map<Caller, String> feedTokens = new EnumMap<>(Caller.class);

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private long position;

    @BeforeAll
    void plant() {
        String hall = named("hall");
        for (Caller caller : Caller.values()) {
            feeder.store(calendar("own-" + subjectOf(caller), "Own", subjectOf(caller)));
            feedTokens.put(caller, id());
        }
        feeder.store(calendar(hall, SECRET + " hall", subjectOf(Caller.OWNER)));
        feeder.store(resource(named("beamer"), "Beamer"));
        feeder.store(new CalendarShared(hall, subjectOf(Caller.READER), ShareLevel.VIEW));
        feeder.store(new CalendarShared(hall, subjectOf(Caller.FORMER_READER), ShareLevel.VIEW));
        EventScheduledOnCalendar talk =
                event(named("talk"), hall, SECRET + " talk", "03T09:00", "03T10:00", named("beamer"));
        feeder.store(talk);
        feeder.store(moved(talk, "03T11:00", "03T12:00"));
        feeder.store(event(id(), hall, SECRET + " tea", "03T11:30", "03T12:30"));
        feeder.store(soon(talk));
        feeder.store(series(named("standup"), hall, SECRET + " standup", "04T09:00", "04T10:00"));
        feeder.derive(occurrence(named("standup"), hall, "04T09:00", "04T10:00"));
        feeder.derive(clash());
        feeder.store(new ConflictReviewStarted(named("clash"), 0, null, "ana", at("03T08:00")));
        feeder.store(rule());
        feeder.derive(RuleExamples.failed(named("nightly"), RuleExamples.NINE, 1, null));
        feeder.store(task());
        feedTokens.forEach((caller, token) -> feeder.store(
                new FeedTokenCreated(hall, caller.name(), Sha256.hex(token), SECRET, subjectOf(caller), false)));
        feeder.store(new FeedTokenRevoked(hall, Caller.LATE.name(), "ana"));
        position = feeder.store(new CalendarUnshared(hall, subjectOf(Caller.FORMER_READER)));
        api.get("/calendars/" + hall, position);
    }

    private ScheduleConflictDetected clash() {
        return new ScheduleConflictDetected(
                named("clash"),
                named("talk"),
                named("standup"),
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                named("hall"),
                null,
                at("03T11:30"),
                at("03T12:00"),
                at("01T00:00"),
                null);
    }

    private RuleCreated rule() {
        RuleCreated like = RuleExamples.queued(named("nightly"), named("hall"), "0 3 * * *", subjectOf(Caller.OWNER));
        RuleProfile profile = like.profile();
        return new RuleCreated(
                like.ruleId(),
                new RuleProfile(
                        SECRET,
                        profile.recurrence(),
                        profile.start(),
                        profile.timeZone(),
                        profile.queue(),
                        profile.jobTemplate(),
                        profile.options(),
                        profile.metadata()),
                like.createdAt(),
                like.createdBy());
    }

    private CalendarEntryPublished task() {
        return Entry.of("task", named("task").substring("task:".length()), "carla" + own, "03T08:00", "03T09:30")
                .at(named("hall"), named("beamer"))
                .photographed(1)
                .numbered(0, SECRET + " task")
                .published();
    }

    /** Feeds show what lies around now. */
    private static EventScheduledOnCalendar soon(EventScheduledOnCalendar talk) {
        Instant start = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Booking booking = new Booking(talk.booking().calendarId(), start, start.plusSeconds(3600), Examples.ZONE, null);
        return new EventScheduledOnCalendar(id(), booking, talk.details(), talk.status(), "ana");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tells_those_who_may_see_it_and_to_everybody_else_what_it_tells_of_nothing(Way way) {
        Answer owners = ask(way, Caller.OWNER, this::named, null);
        for (Caller caller : Caller.values()) {
            Answer answer = ask(way, caller, this::named, null);
            switch (caller) {
                case OWNER, READER ->
                    assertThat(answer)
                            .as("%s asks %s", caller, way)
                            .matches(told -> told.status() == 200)
                            .matches(told -> way.opens() == Opens.ANSWERS
                                    || told.hasSecret() == way.opens().tells(caller));
                case FORMER_READER, STRANGER -> {
                    assertThat(answer)
                            .as("%s asks %s", caller, way)
                            .matches(told -> told.status() == 200 || told.status() == 404)
                            .matches(told -> !told.hasSecret());
                    if (answer.status() == 404) {
                        assertThat(answer.body())
                                .as("%s asks %s, and for what never was", caller, way)
                                .isEqualTo(ask(way, caller, EveryWayIT::never, null)
                                        .body());
                    } else {
                        assertThat(ids.values().stream()
                                        .filter(id -> answer.body().contains("\"" + id)))
                                .as("%s asks %s", caller, way)
                                .allMatch(named("beamer")::equals, "is the beamer, which everybody may see");
                    }
                    assertThat(ask(way, caller, this::named, owners.etag()))
                            .as("%s asks %s, and shows the owner's ETag", caller, way)
                            .matches(told ->
                                    told.status() != 304 || owners.body().equals(answer.body()))
                            .matches(told -> !told.hasSecret());
                }
                case NOBODY, LATE ->
                    assertThat(answer)
                            .as("%s asks %s", caller, way)
                            .matches(told -> told.status() == 401)
                            .matches(told -> !told.hasSecret());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_token_opens_what_its_creator_may_see_now(Caller creator) {
        Answer answer = answer(api.anonymous()
                .http()
                .get()
                .uri("/calendars/" + named("hall") + "/feed.ics?token=" + feedTokens.get(creator)));

        assertThat(answer.status())
                .isEqualTo(
                        switch (creator) {
                            case OWNER, READER -> 200;
                            case FORMER_READER, STRANGER, NOBODY -> 404;
                            case LATE -> 401;
                        });
        assertThat(answer.hasSecret()).isEqualTo(answer.status() == 200);
    }

    @ParameterizedTest
    @EnumSource
    void a_sync_token_is_worth_nothing_to_another(Caller caller) {
        for (String list : List.of("/schedules?" + MARCH, "/calendar/events?" + FEED)) {
            String token = (String) requireNonNull(
                    as(Caller.OWNER).map(list + "&sync=true", position).get("nextSyncToken"));
            Answer answer = answer(as(caller).http().get().uri(list + "&syncToken=" + token));

            assertThat(answer.status())
                    .as(list)
                    .isEqualTo(
                            switch (caller) {
                                case OWNER -> 200;
                                case READER, FORMER_READER, STRANGER -> 410;
                                case NOBODY, LATE -> 401;
                            });
            // What the owner holds has not changed since.
            assertThat(answer.hasSecret()).as(list).isFalse();
        }
    }

    @Test
    void the_stream_tells_what_was_missed_to_those_who_may_see_it() {
        List<ServerSentEvent<Map<String, Object>>> heard = new ArrayList<>();
        StepVerifier.create(stream(as(Caller.OWNER), "?calendarId=" + named("hall")))
                .expectNextCount(1)
                .then(() -> feeder.store(event(id(), named("hall"), SECRET, "10T09:00", "10T10:00")))
                .consumeNextWith(heard::add)
                .thenCancel()
                .verify(PATIENCE);
        String secret = id();
        feeder.store(event(secret, named("hall"), SECRET, "11T09:00", "11T10:00"));
        Map<Caller, String> last = new EnumMap<>(Caller.class);
        for (Caller caller : List.of(Caller.OWNER, Caller.READER, Caller.FORMER_READER, Caller.STRANGER)) {
            String end = behind(secret);
            last.put(caller, end);
            feeder.store(event(end, "own-" + subjectOf(caller), "Own", "12T09:00", "12T10:00"));
        }

        last.forEach((caller, end) -> {
            List<Object> missed =
                    requireNonNull(stream(as(caller), "", heard.getFirst().id())
                            .<Object>mapNotNull(LiveStream::subject)
                            .takeUntil(end::equals)
                            .collectList()
                            .block(PATIENCE));
            boolean may = caller == Caller.OWNER || caller == Caller.READER;
            assertThat(missed.contains(secret)).as(caller.name()).isEqualTo(may);
        });
    }

    /** An id whose changes come to the same partition, and so after those that are there. */
    private static String behind(String other) {
        return Stream.generate(Examples::id)
                .filter(id -> partition(id) == partition(other))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Topic.PARTITIONS;
    }

    @Test
    void the_stream_opens_to_nobody_and_to_no_token_that_was_used() {
        for (Caller caller : List.of(Caller.NOBODY, Caller.LATE)) {
            assertThat(answer(as(caller).http().get().uri("/stream/changes")).status())
                    .isEqualTo(401);
        }
        String used = streamToken(as(Caller.OWNER));
        LiveStream.page(api, "?streamToken=" + used).blockFirst(PATIENCE);
        assertThat(answer(api.anonymous().http().get().uri("/stream/changes?streamToken=" + used))
                        .status())
                .isEqualTo(401);
    }

    private Answer ask(Way way, Caller caller, UnaryOperator<String> names, @Nullable String etag) {
        String[] formatAndPath = way.path().split(" ", 2);
        String path = formatAndPath[formatAndPath.length - 1];
        for (String name : ids.keySet()) {
            path = path.replace("{" + name + "}", names.apply(name));
        }
        WebTestClient.RequestBodySpec request = as(caller)
                .http()
                .method(formatAndPath.length == 1 ? HttpMethod.GET : HttpMethod.POST)
                .uri(path);
        // Without a position the answer may be one that was kept.
        request.header(
                etag == null ? "After-Position" : HttpHeaders.IF_NONE_MATCH,
                etag == null ? Long.toString(position) : etag);
        return answer(
                formatAndPath.length == 1
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Map.of("format", formatAndPath[0], "date", "2026-03-03")));
    }

    /** What somebody was told. */
    private record Answer(int status, String body, @Nullable String etag) {
        boolean hasSecret() {
            return body.contains(SECRET);
        }
    }

    private Answer answer(WebTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBodyContent();
        String text = body == null ? "" : new String(body, UTF_8);
        return new Answer(
                result.getStatus().value(),
                result.getStatus().is4xxClientError() ? withoutIds(text) : text,
                result.getResponseHeaders().getETag());
    }

    /** A problem names what was asked for. */
    private String withoutIds(String text) {
        String told = text;
        for (String name : ids.keySet()) {
            told = told.replace(named(name), name).replace(never(name), name);
        }
        return told;
    }

    private String named(String name) {
        return requireNonNull(ids.get(name));
    }

    /** An id that nothing has. */
    private static String never(String name) {
        return (name.equals("task") ? "task:" : "") + "00000000-0000-0000-0000-"
                + String.format("%012x", name.hashCode());
    }

    private String subjectOf(Caller caller) {
        return caller.name().toLowerCase(Locale.ROOT) + own;
    }

    private Api as(Caller caller) {
        return switch (caller) {
            case NOBODY -> api.anonymous();
            case LATE -> api.as(ISSUER.tokenFor(Duration.ofMinutes(-10), subjectOf(Caller.OWNER), "customer"));
            case OWNER, READER, FORMER_READER, STRANGER -> api.as(ISSUER.token(subjectOf(caller), "customer"));
        };
    }
}

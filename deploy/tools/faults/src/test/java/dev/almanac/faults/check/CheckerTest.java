package dev.almanac.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.run.RunNote;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.faults.check.Checker.Log;
import dev.almanac.faults.check.Shown.Pair;
import dev.almanac.faults.check.Shown.Slot;
import dev.almanac.faults.history.Entry;
import dev.almanac.faults.history.Entry.Kind;
import dev.almanac.faults.history.History;
import dev.almanac.recurrence.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A history in which all is well, and what the checker says of each thing that may be wrong with it. */
class CheckerTest {
    private static final Instant NOON = Instant.parse("2030-06-03T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant HALF_PAST = NOON.plusSeconds(1800);
    private static final Instant BEGAN = Instant.parse("2030-05-01T09:00:00Z");
    private static final String RULE = "rule-1";

    private final List<Entry> history = new ArrayList<>();
    private final List<Told> schedules = new ArrayList<>();
    private final List<Told> rules = new ArrayList<>();
    private final List<Told> occurrences = new ArrayList<>();
    private final Map<String, Slot> events = new HashMap<>();
    private final Set<Pair> conflicts = new HashSet<>();
    private final Set<String> wrong = new HashSet<>();
    private long number;

    /** One event is booked, moved and read, another one needs the same resource, a third is removed; a rule has run twice. */
    @BeforeEach
    void all_is_well() {
        noted("calendars", List.of("hall"));
        noted("resources", List.of("beamer"));
        noted("rules", List.of(RULE));
        answered(asked("POST", "/schedules", "k1", booking("talk", NOON)), 201, written("e1", "c1"));
        answered(asked("POST", "/schedules/e1/reschedule", "k2", moving(ONE)), 200, written("e1", "c2"));
        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", ONE.toString()));
        answered(asked("POST", "/schedules", "k3", booking("tea", HALF_PAST)), 201, written("e2", "c3"));
        answered(asked("POST", "/schedules", "k4", booking("lunch", NOON)), 201, written("e3", "c4"));
        answered(asked("DELETE", "/schedules/e3?reason=over", "k5", null), 200, written("e3", "c5"));
        answered(asked("POST", "/schedules", "k6", booking("refused", NOON)), 409, Map.of());
        asked("POST", "/schedules", "k7", booking("nobody knows", NOON));
        schedules.add(told("c1", 0, booked("e1", "talk", NOON)));
        schedules.add(told("c2", 1, moved("e1", NOON, ONE)));
        schedules.add(told("c3", 0, booked("e2", "tea", HALF_PAST)));
        schedules.add(told("c4", 0, booked("e3", "lunch", NOON)));
        schedules.add(told("c5", 1, new EventRemovedFromCalendar("e3", "hall", "ana", "over")));
        events.put("e1", slot(ONE));
        events.put("e2", slot(HALF_PAST));
        conflicts.add(Pair.of("e1", "e2"));
        rules.add(told("r1", 0, new RuleCreated(RULE, everyMinute(), BEGAN, "ana")));
        runs(BEGAN, 0);
        runs(BEGAN.plusSeconds(60), 2);
        entry(Entry.of(Kind.NOTED, BEGAN.plusSeconds(90), 0, "load ended", null));
    }

    @Test
    void what_is_well_is_said_to_be_well() {
        assertThat(verdict().broken()).isEmpty();
        assertThat(verdict().counts())
                .containsEntry("acknowledged", 5L)
                .containsEntry("reads of own writes", 1L)
                .containsEntry("runs", 2L)
                .containsEntry("conflicts", 1L);
    }

    @Test
    void an_acknowledged_booking_that_is_not_on_the_topic_is_lost() {
        schedules.removeIf(told -> told.id().equals("c3"));
        events.remove("e2");
        conflicts.clear();

        assertBroken(Writes.LOST);
    }

    @Test
    void an_acknowledged_move_that_is_not_on_the_topic_is_lost() {
        schedules.removeIf(told -> told.id().equals("c2"));
        events.put("e1", slot(NOON));

        assertBroken(Writes.LOST);
    }

    @Test
    void a_booking_under_one_key_that_was_carried_out_twice_is_doubled() {
        schedules.add(told("c6", 0, booked("e4", "tea", HALF_PAST)));
        events.put("e4", slot(HALF_PAST));
        conflicts.addAll(Set.of(Pair.of("e1", "e4"), Pair.of("e2", "e4")));

        assertBroken(Writes.DOUBLED);
    }

    @Test
    void what_nobody_answered_may_be_done_once_and_not_twice() {
        schedules.add(told("c6", 0, booked("e4", "nobody knows", NOON.minusSeconds(86_400))));
        events.put("e4", slot(NOON.minusSeconds(86_400)));
        assertThat(verdict().broken()).isEmpty();

        schedules.add(told("c7", 0, booked("e5", "nobody knows", NOON.plusSeconds(86_400))));
        events.put("e5", slot(NOON.plusSeconds(86_400)));
        assertBroken(Writes.DOUBLED);
    }

    @Test
    void a_refused_booking_is_not_carried_out() {
        schedules.add(told("c6", 0, booked("e4", "refused", NOON.minusSeconds(86_400))));
        events.put("e4", slot(NOON.minusSeconds(86_400)));

        assertBroken(Writes.REFUSED);
    }

    @Test
    void one_key_has_one_answer() {
        answered(asked("POST", "/schedules", "k3", booking("tea", HALF_PAST)), 201, written("e9", "c9"));

        assertBroken(Writes.TWO_ANSWERS);
    }

    @Test
    void a_view_that_shows_what_was_is_stale() {
        events.put("e1", slot(NOON));

        assertBroken(Checker.VIEW_DIFFERS);
    }

    @Test
    void a_view_that_shows_what_was_removed_is_stale() {
        events.put("e3", slot(NOON));

        assertBroken(Checker.VIEW_DIFFERS);
    }

    @Test
    void a_read_that_does_not_show_what_its_reader_was_told_is_stale() {
        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", NOON.toString()));

        assertBroken(Reads.STALE);
    }

    @Test
    void a_read_may_be_older_only_while_changes_are_missing_on_their_topic() {
        entry(Entry.of(Kind.FAULT_BEGAN, BEGAN, 0, "gaps", null));
        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", NOON.toString()));
        entry(Entry.of(Kind.RECOVERED, BEGAN, 0, "gaps", History.json(Map.of("seconds", 1.0))));
        assertThat(verdict().broken()).isEmpty();

        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", NOON.toString()));
        assertBroken(Reads.STALE);
    }

    @Test
    void a_read_after_a_move_that_nobody_answered_may_show_either() {
        asked("POST", "/schedules/e1/reschedule", "k8", moving(NOON));
        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", NOON.toString()));
        answered(asked("GET", "/schedules/e1", null, null), 200, Map.of("startDateTime", ONE.toString()));

        assertThat(verdict().broken()).isEmpty();
    }

    @Test
    void a_missing_conflict_and_one_that_is_none_are_found() {
        conflicts.clear();
        assertBroken(Checker.CONFLICTS_DIFFER);

        conflicts.addAll(Set.of(Pair.of("e1", "e2"), Pair.of("e1", "e3")));
        assertBroken(Checker.CONFLICTS_DIFFER);
    }

    @Test
    void a_gap_on_a_topic_is_found_and_a_repeat_is_none() {
        schedules.add(schedules.getFirst());
        assertThat(verdict().broken()).isEmpty();

        schedules.add(told("c8", 2, moved("e2", HALF_PAST, HALF_PAST)));
        assertBroken(Numbering.GAP);
    }

    @Test
    void what_is_missing_is_mended_by_all_changes_of_its_key_and_by_none_alone() {
        Told first = schedules.removeFirst();
        Told second = schedules.getFirst();
        schedules.add(first);
        assertThat(verdict().broken()).anyMatch(line -> line.startsWith(Numbering.GAP));

        schedules.add(republished(first, 0));
        assertThat(verdict().broken()).anyMatch(line -> line.startsWith(Numbering.GAP));
        schedules.add(republished(second, 1));
        assertThat(verdict().broken()).isEmpty();
        assertThat(verdict().counts()).containsEntry("keys mended", 1L);
    }

    @Test
    void a_republication_that_says_something_else_than_before_mends_nothing() {
        schedules.add(republished(schedules.getFirst(), 0));
        schedules.add(republished(told("c9", 1, moved("e1", NOON, ONE)), 1));

        assertThat(verdict().broken()).anyMatch(line -> line.startsWith(Numbering.TWO));
    }

    @Test
    void a_fault_that_could_not_be_done_is_found() {
        entry(Entry.of(Kind.FAULT_FAILED, BEGAN, 0, "flood", History.json(Map.of("why", "no water"))));

        assertBroken(Checker.FAILED);
    }

    @Test
    void a_run_that_was_never_told_and_one_that_was_told_twice_are_found() {
        occurrences.clear();
        runs(BEGAN, 0);
        assertBroken(Runs.NEVER);

        runs(BEGAN.plusSeconds(60), 2);
        runs(BEGAN.plusSeconds(60), 4);
        assertThat(verdict().broken()).anyMatch(line -> line.startsWith(Runs.TWICE));
        assertThat(verdict().broken()).anyMatch(line -> line.startsWith(Runs.TWO_OUTCOMES));
    }

    @Test
    void a_run_without_an_outcome_is_found() {
        occurrences.removeLast();

        assertBroken(Runs.NO_OUTCOME);
    }

    @Test
    void a_fault_that_takes_longer_than_half_a_minute_is_found() {
        entry(Entry.of(Kind.FAULT_ENDED, BEGAN, 0, "flood", null));
        assertBroken(Checker.SLOW);

        entry(Entry.of(Kind.RECOVERED, BEGAN, 0, "flood", History.json(Map.of("seconds", 31.0))));
        assertBroken(Checker.SLOW);
    }

    @Test
    void a_request_that_fails_while_one_instance_after_the_other_restarts_is_found() {
        entry(Entry.of(Kind.FAULT_BEGAN, BEGAN, 0, "rolling-restart", null));
        answered(asked("GET", "/schedules/e1", null, null), 503, Map.of());

        assertBroken(Checker.REQUEST_FAILED);
    }

    @Test
    void what_the_suites_own_verification_finds_counts() {
        wrong.add("events e1 CHANGED [title]");

        assertBroken(Checker.VIEW_DIFFERS);
    }

    private void assertBroken(String promise) {
        assertThat(verdict().broken()).isNotEmpty().allMatch(line -> line.startsWith(promise));
    }

    private Verdict verdict() {
        return Checker.check(
                history,
                new Log(schedules, rules, occurrences, List.of()),
                new Shown(events, conflicts, wrong),
                Check.RECOVERY);
    }

    private void entry(Entry entry) {
        history.add(entry);
    }

    private void noted(String what, List<String> values) {
        entry(Entry.of(Kind.NOTED, BEGAN, 0, what, History.json(values)));
    }

    private long asked(String method, String path, @Nullable String key, @Nullable JsonNode body) {
        number++;
        entry(new Entry(Kind.ASKED, BEGAN, number, "writer", method, path, key, body, null));
        return number;
    }

    private void answered(long request, int status, Object body) {
        entry(new Entry(Kind.ANSWERED, BEGAN, request, null, null, null, null, History.json(body), status));
    }

    private static JsonNode booking(String title, Instant start) {
        return History.json(Map.of("title", title, "startDateTime", start.toString()));
    }

    private static JsonNode moving(Instant start) {
        return History.json(Map.of("newStartDateTime", start.toString()));
    }

    private static Map<String, String> written(String id, String change) {
        return Map.of("id", id, "changeId", change);
    }

    private static Slot slot(Instant start) {
        return new Slot(start, start.plusSeconds(3600));
    }

    private static Told told(String id, long sequence, Change change) {
        ChangeMetadata metadata = new ChangeMetadata(id, "/command-service", BEGAN, sequence, 0, "ana", id, id);
        return new Told("topic", 0, 0, change.subject(), Recorded.of(change, metadata));
    }

    private static Told republished(Told told, long number) {
        return new Told(told.topic(), 0, 0, told.key(), told.recorded().in(new Republication("whole", number, 2)));
    }

    private static EventScheduledOnCalendar booked(String id, String title, Instant start) {
        EventDetails details = new EventDetails(
                null,
                title,
                null,
                null,
                null,
                5,
                List.of(),
                List.of(new ResourceClaim("beamer", ResourceRole.PRIMARY)),
                false,
                List.of(),
                List.of(),
                List.of());
        Booking booking = new Booking("hall", start, start.plusSeconds(3600), "UTC", null);
        return new EventScheduledOnCalendar(id, booking, details, ScheduleStatus.SCHEDULED, "ana");
    }

    private static EventRescheduled moved(String id, Instant from, Instant to) {
        return new EventRescheduled(
                id, from, from.plusSeconds(3600), to, to.plusSeconds(3600), "UTC", null, false, "ana");
    }

    private static RuleProfile everyMinute() {
        return new RuleProfile(
                "Minutely",
                new Every(Duration.ofMinutes(1), BEGAN),
                LocalDateTime.ofInstant(BEGAN, ZoneOffset.UTC),
                "UTC",
                "night",
                new JobTemplate("probe", null, JobTemplate.PRIORITY_DEFAULT, JobTemplate.TIMEOUT_SECONDS_DEFAULT),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }

    /** It was due, and succeeded. */
    private void runs(Instant at, long sequence) {
        LocalDateTime nominal = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        String id = RULE + "@" + nominal.toString().replaceAll("[-:]", "") + (nominal.getSecond() == 0 ? "00" : "");
        JobTemplate job = everyMinute().jobTemplate();
        occurrences.add(told(
                "due-" + sequence,
                sequence,
                new OccurrenceDue(id, RULE, nominal, at, at, 1, DueReason.SCHEDULE, "night", job)));
        occurrences.add(told(
                "success-" + sequence,
                sequence + 1,
                new OccurrenceSucceeded(id, RULE, nominal, at, 1, at, RunNote.NONE)));
    }
}

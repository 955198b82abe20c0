package dev.almanac.query.views;

import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.details;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrenceId;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.conflicts.ConflictProjection;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.support.AllViews;
import dev.almanac.testing.Examples;
import dev.almanac.testing.RuleExamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers that lack changes of a key, and those that lack none: after all of the key were republished, both say the same. */
class RepublicationTest {
    private static final EventScheduledOnCalendar TALK = event("talk", "hall", "Talk", "03T09:00", "03T10:00", "clara");
    private static final EventScheduledOnCalendar DAILY = series("daily", "hall", "Daily", "02T09:00", "02T09:15");
    private static final String[] NOTHING = {};
    private static final List<ReadModel<?>> VIEWS = AllViews.models();
    private static final String THIRD = occurrenceId("daily", "04T10:00");

    static Stream<List<? extends Change>> histories() {
        return Stream.of(
                List.of(
                        TALK,
                        moved(TALK, "03T11:00", "03T12:00"),
                        new ScheduleConfirmed("talk", "ana", null),
                        new EventUpdated("talk", TALK.booking(), details("Long talk")),
                        moved(TALK, "04T11:00", "04T12:00"),
                        new ScheduleConfirmed("talk", "ana", null)),
                List.of(
                        DAILY,
                        new OccurrenceRescheduled("daily", THIRD, at("04T15:00"), at("04T15:15"), null, null, "ana"),
                        new ScheduleConfirmed("daily", "ana", null),
                        new OccurrenceCancelled("daily", THIRD, "ill", "ana"),
                        new EventRemovedFromCalendar("daily", "hall", "ana", null)),
                List.of(
                        calendar("hall", "Hall"),
                        new CalendarShared("hall", "cleo", ShareLevel.EDIT),
                        new CalendarUpdated("hall", calendar("hall", "Loft").profile()),
                        new CalendarUnshared("hall", "cleo"),
                        new CalendarDeactivated("hall", null)),
                List.of(
                        resource("clara", "Clara"),
                        new ResourceMarkedUnavailable("out", "clara", at("03T08:00"), at("05T08:00"), "ill", "ana"),
                        new ResourceMarkedAvailable("out", "clara", at("04T08:00"), at("05T08:00"), null, "ana")),
                List.of(
                        RuleExamples.created("night"),
                        new RunRequested("night", "night@20260302T090000.000Z", RuleExamples.NINE, null, "ana"),
                        new RulePaused("night", RuleExamples.NINE, null, false, null, "ana"),
                        new RuleUpdated("night", RuleExamples.created("night").profile(), RuleExamples.NINE, "ana"),
                        new RuleResumed("night", RuleExamples.NINE.plusSeconds(60), null, "ana"),
                        new RuleDeleted("night", RuleExamples.NINE.plusSeconds(90), null, "ana")));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void a_key_that_lacks_any_of_its_changes_is_whole_again_with_the_last_that_is_told_once_more(List<Change> history) {
        for (int end = 1; end <= history.size(); end++) {
            List<Change> told = history.subList(0, end);
            Map<String, Object> whole = read(new Log().allOf(told));
            for (int missing = 0; missing < (1 << end) - 1; missing++) {
                assertThat(read(new Log().without(told, missing).again("whole", told, end)))
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void told_once_more_although_nothing_is_missing_nothing_changes_meanwhile(List<Change> history) {
        Map<String, Object> whole = read(new Log().allOf(history));
        for (int told = 0; told <= history.size(); told++) {
            Map<String, Object> meanwhile =
                    read(new Log().allOf(history).again("whole", history, history.size(), told));
            assertThat(meanwhile).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void broken_off_it_is_told_from_the_first_on_and_with_what_came_between(List<Change> history) {
        int before = history.size() - 1;
        Map<String, Object> whole = read(new Log().allOf(history));
        for (int brokenOff = 1; brokenOff <= before; brokenOff++) {
            Log log = new Log()
                    .without(history.subList(0, before), 1)
                    .again("whole", history.subList(0, before), before, brokenOff)
                    .change(history, before)
                    .again("whole", history, history.size());
            assertThat(read(log)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void what_is_told_once_more_with_a_gap_changes_nothing_but_the_history(List<Change> history) {
        Log broken = new Log().without(history, 1);
        Map<String, Object> before = read(broken);
        Log again = broken.again("lost-again", history, history.size());
        again.delivered.remove(again.delivered.size() - 2);
        Map<String, Object> after = read(again);
        before.keySet().removeIf(name -> name.startsWith("history"));
        after.keySet().removeIf(name -> name.startsWith("history"));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void a_whole_that_comes_too_late_takes_nothing_back(List<Change> history) {
        int before = history.size() - 1;
        Log log = new Log().allOf(history).again("old", history.subList(0, before), before);
        assertThat(read(log)).isEqualTo(read(new Log().allOf(history)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void what_the_subject_goes_on_with_is_taken_after_it(List<Change> history) {
        int before = history.size() - 1;
        Log log = new Log()
                .without(history.subList(0, before), 1)
                .again("whole", history.subList(0, before), before)
                .change(history, before)
                .change(history, before);
        assertThat(read(log)).isEqualTo(read(new Log().allOf(history)));
    }

    @Test
    void decisions_that_are_told_once_more_hold_as_if_none_had_been_missing_whatever_was_detected_meanwhile() {
        ConflictProjection projection = new ConflictProjection();
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<Change> all = conflict(random);
            List<Change> decisions =
                    all.stream().filter(change -> !change.derived()).toList();
            if (decisions.isEmpty()) {
                continue;
            }
            Change missing = decisions.get(random.nextInt(decisions.size()));
            Log whole = new Log();
            Log broken = new Log();
            int detection = 0;
            int decision = 0;
            for (Change change : all) {
                int sequence = change.derived() ? detection++ : decision++;
                whole.add(change, sequence, null);
                if (!change.equals(missing)) {
                    broken.add(change, sequence, null);
                }
            }
            broken.again("whole", decisions, decisions.size());
            // Of a conflict that was over before, nobody is told any more whether it was settled or ended by itself.
            ConflictView expected = conflictIn(projection, whole);
            assertThat(conflictIn(projection, broken))
                    .as("seed %s: %s", seed, all)
                    .usingRecursiveComparison()
                    .ignoringFields(
                            expected.competing() ? NOTHING : new String[] {"status", "escalation", "resolution"})
                    .isEqualTo(expected);
        }
    }

    private static ConflictView conflictIn(ConflictProjection projection, Log log) {
        return (ConflictView) requireNonNull(views(projection, log).get("conflicts/c"));
    }

    /** Detections and what is decided about one of those that were seen by then. */
    private static List<Change> conflict(Random random) {
        List<Change> changes = new ArrayList<>();
        int detections = 0;
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            int seen = Math.max(0, detections - 1 - random.nextInt(2));
            changes.add(
                    switch (detections == 0 ? 0 : random.nextInt(6)) {
                        case 0 ->
                            Examples.conflict(
                                    "c",
                                    "talk",
                                    "tea",
                                    random.nextBoolean() ? ConflictLevel.MINOR : ConflictLevel.MODERATE);
                        case 1 -> Examples.cleared("c", "talk", "tea");
                        case 2 -> new ConflictReviewStarted("c", seen, "look " + i, "ana", at("03T09:00"));
                        case 3 ->
                            new ScheduleConflictResolved(
                                    "c", seen, ResolutionMethod.RESCHEDULED, "done " + i, "ana", at("03T09:00"));
                        case 4 -> new ScheduleConflictEscalated("c", seen, "bob", "why " + i, "ana", at("03T09:00"));
                        default -> new ConflictDismissed("c", seen, "fine " + i, "ana", at("03T09:00"));
                    });
            detections += changes.getLast().derived() ? 1 : 0;
        }
        return changes;
    }

    /** All documents of all views, whether the log is folded at once or record by record; guards apart. */
    private static Map<String, Object> read(Log log) {
        Map<String, Object> all = new TreeMap<>();
        for (ReadModel<?> model : VIEWS) {
            all.putAll(views(model, log));
        }
        return all;
    }

    private static <V> Map<String, Object> views(ReadModel<V> model, Log log) {
        Map<String, Stored<V>> atOnce = Fold.of(model, Map.of(), log.delivered).written();
        Map<String, Stored<V>> oneByOne = new HashMap<>();
        for (Delivered delivered : log.delivered) {
            Fold<V> fold = Fold.of(model, oneByOne, List.of(delivered));
            assertThat(fold.defects()).isEmpty();
            oneByOne.putAll(fold.written());
            assertThat(Fold.of(model, oneByOne, List.of(delivered)).written())
                    .as("a replay writes nothing")
                    .isEmpty();
        }
        assertThat(oneByOne).as("batches make no difference").isEqualTo(atOnce);
        Map<String, Object> views = new TreeMap<>();
        atOnce.forEach((id, stored) -> {
            if (stored.view() != null) {
                views.put(model.name() + "/" + id, stored.view());
            }
        });
        return views;
    }

    /** What one partition holds. */
    private static final class Log {
        private final List<Delivered> delivered = new ArrayList<>();

        Log allOf(List<Change> history) {
            return without(history, 0);
        }

        /**
         * All but some.
         *
         * @param missing a bit for each that is
         */
        Log without(List<Change> history, int missing) {
            IntStream.range(0, history.size())
                    .filter(i -> (missing & 1 << i) == 0)
                    .forEach(i -> change(history, i));
            return this;
        }

        Log change(List<Change> history, int i) {
            return add(history.get(i), i, null);
        }

        Log again(String republication, List<Change> history, int count) {
            return again(republication, history, count, count);
        }

        /** So many of them, before it is broken off. */
        Log again(String republication, List<Change> history, int count, int told) {
            for (int i = 0; i < told; i++) {
                add(history.get(i), i, new Republication(republication, i, count));
            }
            return this;
        }

        Log add(Change change, int sequence, @Nullable Republication republication) {
            String source = change.derived() ? "/detector" : "/commands";
            ChangeMetadata metadata = new ChangeMetadata(
                    source + sequence,
                    source,
                    RuleExamples.NINE.plusSeconds(sequence),
                    sequence,
                    change.derived() ? 1_000 : 10L * (sequence + 1),
                    "ana",
                    "corr",
                    "cause");
            delivered.add(new Delivered(
                    Topic.of(change).topicName(),
                    0,
                    delivered.size(),
                    Recorded.of(change, metadata).in(republication)));
            return this;
        }
    }
}

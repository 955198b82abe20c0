package dev.almanac.events.occurrence;

import dev.almanac.events.Change;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.run.RunNote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of occurrences, on {@code scheduling.occurrences.v1}, keyed by series id. */
public sealed interface OccurrenceChange extends Change {

    String seriesId();

    @Override
    default String subject() {
        return seriesId();
    }

    @Override
    default boolean derived() {
        return true;
    }

    /** Ids of the occurrences that claim their slots no longer: they do not take place, or have ended, or were not run. */
    default List<String> freed() {
        return List.of();
    }

    /** What is published about the occurrences of a series on one local day of its zone: where they are planned. */
    sealed interface DayChange extends OccurrenceChange {

        SeriesKind kind();

        LocalDate day();
    }

    /** What becomes of one run of a rule, from when it is due. */
    sealed interface RunChange extends OccurrenceChange {

        String occurrenceId();

        /** The local time that the rule says. */
        LocalDateTime nominal();

        /** The instant of that time. */
        Instant scheduledAt();

        /** From 1; 0 of what is published beside attempts. */
        default int attempt() {
            return 0;
        }
    }

    /**
     * All occurrences of a series whose nominal start lies on one local day of its zone. Replaces what was said of that day before,
     * except that occurrences which no longer take place are withdrawn by name.
     *
     * @param seriesVersion the version of the series that this was computed from
     * @param resources what each of them needs that does not say otherwise
     */
    record OccurrencesMaterialised(
            String seriesId,
            SeriesKind kind,
            long seriesVersion,
            LocalDate day,
            String calendarId,
            List<ResourceClaim> resources,
            List<MaterialisedOccurrence> occurrences)
            implements DayChange {

        public OccurrencesMaterialised {
            resources = List.copyOf(resources);
            occurrences = List.copyOf(occurrences);
        }

        /**
         * Those that claim their slot on the calendar. A run does so if its rule names its queue by the id of a calendar, and
         * does not run more often than hourly on that day: then it is held apart by its rule alone.
         */
        public List<MaterialisedOccurrence> claiming() {
            return switch (kind) {
                case EVENT -> occurrences;
                case RULE ->
                    Queues.isCalendar(calendarId) && occurrences.size() <= Queues.HOURLY_MAX ? occurrences : List.of();
            };
        }
    }

    /**
     * These occurrences of the day do not take place any more, at least not under these ids.
     *
     * @param splitInto the series that was split off and in which all of them go on, under ids of its own; null where they do
     *     not; since revision 2
     */
    record OccurrencesWithdrawn(
            String seriesId,
            SeriesKind kind,
            long seriesVersion,
            LocalDate day,
            List<String> occurrenceIds,
            @Nullable String splitInto)
            implements DayChange {

        public OccurrencesWithdrawn {
            occurrenceIds = List.copyOf(occurrenceIds);
        }

        public OccurrencesWithdrawn(
                String seriesId, SeriesKind kind, long seriesVersion, LocalDate day, List<String> occurrenceIds) {
            this(seriesId, kind, seriesVersion, day, occurrenceIds, null);
        }

        @Override
        public List<String> freed() {
            return occurrenceIds;
        }
    }

    /**
     * A worker that consumes this shall run the job now.
     *
     * @param nominal the local time that the rule says
     * @param scheduledAt the instant of that time
     * @param dueAt from when it may run: later than scheduled by the rule's jitter, a retry's delay or a wait
     * @param attempt from 1
     */
    record OccurrenceDue(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            Instant dueAt,
            int attempt,
            DueReason reason,
            String queue,
            JobTemplate jobTemplate)
            implements RunChange {}

    record OccurrenceStarted(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            int attempt,
            Instant startedAt,
            RunNote note)
            implements RunChange {}

    record OccurrenceSucceeded(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            int attempt,
            Instant finishedAt,
            RunNote note)
            implements RunChange {

        @Override
        public List<String> freed() {
            return List.of(occurrenceId);
        }
    }

    /** An attempt failed or took too long; the occurrence has failed if there is no next attempt. */
    record OccurrenceFailed(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            int attempt,
            Instant failedAt,
            @Nullable Instant nextAttemptAt,
            RunNote note)
            implements RunChange {

        @Override
        public List<String> freed() {
            return nextAttemptAt == null ? List.of(occurrenceId) : List.of();
        }
    }

    /**
     * The occurrence did not run, and waits until a person approves or discards it.
     *
     * @param attempt 0 when it was never due
     */
    record OccurrenceMissed(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            int attempt,
            Instant missedAt,
            MissReason reason)
            implements RunChange {

        @Override
        public List<String> freed() {
            return List.of(occurrenceId);
        }
    }

    record OccurrenceSkipped(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            Instant skippedAt,
            SkipReason reason)
            implements RunChange {

        @Override
        public List<String> freed() {
            return List.of(occurrenceId);
        }
    }

    /**
     * A missed occurrence is to run after all: it will be due as a backfill.
     *
     * @param postponedTo from when it may run
     */
    record OccurrencePostponed(
            String occurrenceId,
            String seriesId,
            LocalDateTime nominal,
            Instant scheduledAt,
            Instant postponedTo,
            Instant postponedAt)
            implements RunChange {}

    /**
     * Somebody wants to be reminded now of an event, or of an occurrence of a series. It is told once for each start that it has:
     * of what is moved to later, once more.
     *
     * @param seriesId of the event, whether it recurs or not
     * @param scheduledEventId of the occurrence; of an event that does not recur, its own
     * @param before how long before the start it was due; told late only where nobody could tell it then
     */
    record ReminderDue(
            String seriesId,
            String scheduledEventId,
            String calendarId,
            Instant startDateTime,
            Instant endDateTime,
            Duration before,
            String timeZone)
            implements OccurrenceChange {}
}

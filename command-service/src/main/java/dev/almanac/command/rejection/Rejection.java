package dev.almanac.command.rejection;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the domain said no. The name of each record is the sentence; {@code detail} says it to a person. */
public sealed interface Rejection {

    String detail();

    /** The business rule that refused, such as {@code SCH-001}; null where none is numbered. */
    default @Nullable String rule() {
        return null;
    }

    /** The request field at fault, when it is one. */
    default @Nullable String field() {
        return null;
    }

    record EventEndsBeforeItStarts() implements Rejection {
        @Override
        public String detail() {
            return "End time must be after start time";
        }

        @Override
        public String rule() {
            return "SCH-001";
        }

        @Override
        public String field() {
            return "endDateTime";
        }
    }

    record EventIsTooShort() implements Rejection {
        @Override
        public String detail() {
            return "Event duration must be at least 15 minutes";
        }

        @Override
        public String rule() {
            return "SCH-002";
        }

        @Override
        public String field() {
            return "endDateTime";
        }
    }

    /** Its slot leaves the years 1 to 9999, which is as far as dates can be written. */
    record EventIsOutsideTheCalendar() implements Rejection {
        @Override
        public String field() {
            return "startDateTime";
        }

        @Override
        public String detail() {
            return "An event lies in the years 1 to 9999";
        }
    }

    record EventIsTooLong() implements Rejection {
        @Override
        public String detail() {
            return "Event duration cannot exceed 30 days";
        }

        @Override
        public String rule() {
            return "SCH-003";
        }

        @Override
        public String field() {
            return "endDateTime";
        }
    }

    record EventStartsInThePast(String field) implements Rejection {
        @Override
        public String detail() {
            return "Start time must be in the future";
        }

        @Override
        public String rule() {
            return "SCH-004";
        }
    }

    record ChangeComesTooLate(Instant start) implements Rejection {
        @Override
        public String detail() {
            return "The event starts at " + start + ": changes within 2 hours of the start need a manager";
        }

        @Override
        public String rule() {
            return "SCH-005";
        }
    }

    record SeriesHasTooManyOccurrences(String detail) implements Rejection {
        @Override
        public String rule() {
            return "SCH-006";
        }

        @Override
        public String field() {
            return "recurrence";
        }
    }

    record SeriesHasNoOccurrence() implements Rejection {
        @Override
        public String detail() {
            return "The recurrence yields no occurrence";
        }

        @Override
        public String field() {
            return "recurrence";
        }
    }

    record CalendarIsUnknownOrInactive() implements Rejection {
        @Override
        public String detail() {
            return "Calendar does not exist or is inactive";
        }

        @Override
        public String field() {
            return "calendarId";
        }
    }

    record ResourceIsUnknown(String resourceId) implements Rejection {
        @Override
        public String detail() {
            return "Resource " + resourceId + " does not exist";
        }

        @Override
        public String field() {
            return "resources";
        }
    }

    /** SCH-020, SCH-023: the calendar is full at some instant of each of these claims. */
    record SlotIsFull(String calendarId, int capacity, List<RefusedClaim> refused) implements Rejection {
        public SlotIsFull {
            refused = List.copyOf(refused);
        }

        /** Who is in the way, each named once. */
        public List<Competitor> conflictingEvents() {
            return refused.stream()
                    .flatMap(claim -> claim.conflictingEvents().stream())
                    .distinct()
                    .limit(RefusedClaim.NAMED_MAX)
                    .toList();
        }

        @Override
        public String detail() {
            return "The calendar admits " + capacity + " at once, and is full in this slot";
        }

        @Override
        public String rule() {
            return "SCH-023";
        }
    }

    /**
     * A resource that is needed is out in each of these slots.
     *
     * @param freeSlots near the first of them, in which the resources are there and the calendar has room
     */
    record TimeSlotUnavailable(List<RefusedClaim> refused, List<TimeSlot> freeSlots) implements Rejection {
        public TimeSlotUnavailable {
            refused = List.copyOf(refused);
            freeSlots = List.copyOf(freeSlots);
        }

        /** The outages, each named once. */
        public List<Competitor> outages() {
            return refused.stream()
                    .flatMap(claim -> claim.conflictingEvents().stream())
                    .distinct()
                    .limit(RefusedClaim.NAMED_MAX)
                    .toList();
        }

        public TimeSlotUnavailable with(List<TimeSlot> suggestions) {
            return new TimeSlotUnavailable(refused, suggestions);
        }

        @Override
        public String detail() {
            return "A resource that the event needs is out in this slot";
        }

        @Override
        public String field() {
            return "resources";
        }
    }

    /** A slot that was asked for and is full. */
    record RefusedClaim(
            String scheduleId,
            String claimId,
            Instant startDateTime,
            Instant endDateTime,
            List<Competitor> conflictingEvents) {
        /** More competitors than this are counted, but not named. */
        public static final int NAMED_MAX = 20;

        public RefusedClaim {
            conflictingEvents = List.copyOf(conflictingEvents);
        }
    }

    /** An event that holds the slot already. */
    record Competitor(
            String scheduleId, String title, Instant startDateTime, Instant endDateTime, ConflictType conflictType) {}

    record OverrideNeedsAManager() implements Rejection {
        @Override
        public String detail() {
            return "Only a manager may book beyond capacity";
        }

        @Override
        public String rule() {
            return "SCH-021";
        }
    }

    record SubjectDoesNotExist(String what, String id) implements Rejection {
        @Override
        public String detail() {
            return what + " " + id + " does not exist";
        }
    }

    record EventWasRemoved(String scheduleId) implements Rejection {
        @Override
        public String detail() {
            return "The event was removed from its calendar";
        }
    }

    /** Of many subjects that were to change together, these cannot. */
    record ItemsAreRefused(int count, List<RefusedItem> items) implements Rejection {
        public ItemsAreRefused {
            items = List.copyOf(items);
        }

        @Override
        public String detail() {
            return count + " of the items are refused, so that none was changed";
        }
    }

    record RefusedItem(String id, Rejection rejection) {}

    record ChangeCannotBeUndone(String detail) implements Rejection {}

    record EventIsUnscheduled(String scheduleId) implements Rejection {
        @Override
        public String detail() {
            return "The event is off its calendar: reschedule it first";
        }
    }

    record ActionIsNotAvailable(String detail) implements Rejection {}

    record VersionIsStale(long expected, long actual) implements Rejection {
        @Override
        public String detail() {
            return "Version " + expected + " was asked for, but the current version is " + actual;
        }
    }

    record FileIsNoCalendar(int eventsMax) implements Rejection {
        @Override
        public String detail() {
            return "The body is no iCalendar file of at most " + eventsMax + " events (RFC 5545 3.4)";
        }
    }

    record CalendarHasTooManyShares(int max) implements Rejection {
        @Override
        public String detail() {
            return "A calendar may be shared with " + max + " others at most";
        }
    }

    record IdempotencyKeyWasUsedOtherwise() implements Rejection {
        @Override
        public String detail() {
            return "The key was used for another request within the last 24 hours";
        }

        @Override
        public String field() {
            return "Idempotency-Key";
        }
    }

    record CallerMayNot(String detail) implements Rejection {}

    /** Somebody books without a share, and not within the rules of the calendar. */
    record OutsideBookingRules(String field, String detail) implements Rejection {}

    /** SCH-031. */
    record UnavailablePeriodsOverlap(Instant start, Instant end) implements Rejection {
        @Override
        public String detail() {
            return "The resource is already unavailable from " + start + " to " + end;
        }

        @Override
        public String rule() {
            return "SCH-031";
        }
    }

    /** A rule that would flood its queue, by mistake or on purpose. */
    record RuleRunsTooOften(String field) implements Rejection {
        @Override
        public String detail() {
            return "A rule's runs are at least one minute apart, and its cron has five fields";
        }
    }

    record RuleNeverRuns() implements Rejection {
        @Override
        public String detail() {
            return "The recurrence names no time from now on";
        }

        @Override
        public String field() {
            return "recurrence";
        }
    }

    record RecurrenceIsInvalid(String field, String detail) implements Rejection {}

    record UserHasTooManyRules(int max) implements Rejection {
        @Override
        public String detail() {
            return "A user may have " + max + " recurring rules at most";
        }
    }

    record PauseEndsInThePast() implements Rejection {
        @Override
        public String detail() {
            return "A pause ends in the future";
        }

        @Override
        public String field() {
            return "resumeAfter";
        }
    }

    /** Only a calendar of type QUEUE that is there takes runs. */
    record QueueIsNoQueueCalendar(String detail) implements Rejection {
        @Override
        public String field() {
            return "queue";
        }
    }

    /** As many runs are going as the rule's overlap policy admits. */
    record RuleIsRunning() implements Rejection {
        @Override
        public String detail() {
            return "The rule is running, and its overlap policy admits no other run beside or after that";
        }
    }

    /** Its record would be larger than what the brokers and every follower are sure to take. */
    record ChangeIsTooLarge(String changeType, int bytes, int bytesMax) implements Rejection {
        @Override
        public String detail() {
            return changeType + " would take " + bytes + " bytes, and a change takes " + bytesMax
                    + " at most: shorten its texts and lists";
        }
    }

    /** PostgreSQL has no room for a value, or a row would contradict what every row keeps to. */
    record ValueCannotBeStored(@Nullable String field, String detail) implements Rejection {}
}

package dev.almanac.events.activity;

import dev.almanac.events.Change;
import dev.almanac.events.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * That something was read, on {@code scheduling.activity.v1}, keyed by the id of the calendar or resource. It changes nothing, and
 * is no {@link Change}: it has no place in the event store, is kept for a month, and what was noted in the minute before an
 * instance died is lost.
 */
public sealed interface Activity {

    /** The calendar, or the first of the resources: the key on Kafka and the CloudEvents subject. */
    String subject();

    /** When it happened; of what was counted, when it did for the last time. */
    Instant at();

    /** The published type name, such as {@code CalendarViewGenerated.v1}. */
    default String type() {
        return Change.typeOf(getClass());
    }

    /** What happens so often that one record stands for all that were alike within a minute, on one instance. */
    sealed interface Counted extends Activity {

        /** How often it happened. */
        long count();

        /** The same, so often and for the last time then. */
        Counted counted(long times, Instant last);
    }

    /** A calendar was written to a file; each time is a record of its own. */
    sealed interface Exported extends Activity {

        String calendarId();

        @Override
        default String subject() {
            return calendarId();
        }

        FileFormat format();

        /** The subject of the token. */
        String exportedBy();

        Instant exportedAt();

        @Override
        default Instant at() {
            return exportedAt();
        }
    }

    /**
     * Somebody looked at a calendar.
     *
     * @param startDate the first local day shown
     * @param endDate the last local day shown
     * @param generatedAt the last time
     */
    record CalendarViewGenerated(
            String calendarId,
            ViewType viewType,
            LocalDate startDate,
            LocalDate endDate,
            Instant generatedAt,
            long count)
            implements Counted {

        @Override
        public String subject() {
            return calendarId;
        }

        @Override
        public Instant at() {
            return generatedAt;
        }

        @Override
        public CalendarViewGenerated counted(long times, Instant last) {
            return new CalendarViewGenerated(calendarId, viewType, startDate, endDate, last, times);
        }
    }

    record DailyScheduleExported(
            String calendarId, LocalDate date, FileFormat format, String exportedBy, Instant exportedAt)
            implements Exported {}

    /**
     * The same of a week.
     *
     * @param weekStartDate its Monday
     */
    record WeeklyScheduleExported(
            String calendarId, LocalDate weekStartDate, FileFormat format, String exportedBy, Instant exportedAt)
            implements Exported {}

    /**
     * The same of a month.
     *
     * @param month from 1
     */
    record MonthlyScheduleExported(
            String calendarId, int year, int month, FileFormat format, String exportedBy, Instant exportedAt)
            implements Exported {}

    /**
     * Somebody asked whether a resource is to be had.
     *
     * @param isAvailable what they were told
     * @param checkedAt the last time
     */
    record ResourceAvailabilityChecked(
            String resourceId,
            ResourceType resourceType,
            Instant startDateTime,
            Instant endDateTime,
            boolean isAvailable,
            Instant checkedAt,
            long count)
            implements Counted {

        @Override
        public String subject() {
            return resourceId;
        }

        @Override
        public Instant at() {
            return checkedAt;
        }

        @Override
        public ResourceAvailabilityChecked counted(long times, Instant last) {
            return new ResourceAvailabilityChecked(
                    resourceId, resourceType, startDateTime, endDateTime, isAvailable, last, times);
        }
    }

    /**
     * Somebody asked the same of several at once.
     *
     * @param results one or more, in the order in which they were named
     * @param checkedAt the last time
     */
    record MultipleResourcesChecked(
            List<CheckedResource> results, Instant startDateTime, Instant endDateTime, Instant checkedAt, long count)
            implements Counted {

        public MultipleResourcesChecked {
            results = List.copyOf(results);
        }

        @Override
        public String subject() {
            return results.getFirst().resourceId();
        }

        @Override
        public Instant at() {
            return checkedAt;
        }

        @Override
        public MultipleResourcesChecked counted(long times, Instant last) {
            return new MultipleResourcesChecked(results, startDateTime, endDateTime, last, times);
        }
    }

    /** What they were told of one of several. */
    record CheckedResource(String resourceId, boolean isAvailable) {}
}

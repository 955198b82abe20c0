package dev.almanac.command.schedule.model;

import dev.almanac.events.OccurrenceId;

/** Takes an id apart that may name a scheduled event or one occurrence of a series. */
public record ScheduleId(String seriesId, String id) {

    public static ScheduleId of(String id) {
        return new ScheduleId(OccurrenceId.seriesOf(id), id);
    }

    public boolean namesAnOccurrence() {
        return !id.equals(seriesId);
    }
}

package dev.almanac.command.schedule.model;

/** Takes an id apart that may name a scheduled event or one occurrence of a series. */
public record ScheduleId(String seriesId, String id) {

    public static ScheduleId of(String id) {
        int at = id.indexOf('@');
        return new ScheduleId(at < 0 ? id : id.substring(0, at), id);
    }

    public boolean namesAnOccurrence() {
        return !id.equals(seriesId);
    }
}

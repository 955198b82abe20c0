package dev.almanac.terminal.calendar;

import java.time.YearMonth;
import java.time.ZoneId;

/** What is asked of the services. Of two questions of one type the later one counts. */
public sealed interface Question {

    record CountsOf(YearMonth month, ZoneId zone, Filter filter) implements Question {}

    record DiaryOf(TimeSlot slot, ZoneId zone, Filter filter) implements Question {}

    record Lanes() implements Question {}

    record Attention() implements Question {}

    record Search(String words) implements Question {}

    /** Those that wait for a decision. */
    record MissedRuns() implements Question {}

    record OpenConflicts(ZoneId zone) implements Question {}

    record ConflictOf(String id, ZoneId zone) implements Question {}

    record LastUndoable() implements Question {}
}

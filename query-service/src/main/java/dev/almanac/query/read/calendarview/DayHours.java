package dev.almanac.query.read.calendarview;

import dev.almanac.query.http.Refusal;
import java.time.LocalTime;

/** The hours that a day's view shows. */
record DayHours(LocalTime start, LocalTime end) {
    /** SCH-040. */
    static final DayHours USUAL = new DayHours(LocalTime.of(6, 0), LocalTime.of(23, 0));

    static DayHours checked(LocalTime start, LocalTime end) {
        if (!start.isBefore(end)) {
            throw Refusal.ParameterIsInvalid.of("dayEnd", "must be after dayStart")
                    .asError();
        }
        return new DayHours(start, end);
    }
}

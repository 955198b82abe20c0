package dev.almanac.command.changerequest.interpret;

import java.time.LocalTime;

/** What people say of a time to tell the two halves of the day apart. */
enum DayPart {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT;

    /** The time on a clock of 24 hours. */
    LocalTime of(LocalTime time) {
        int hour = time.getHour();
        return switch (this) {
            case MORNING -> hour == 12 ? time.withHour(0) : time;
            case AFTERNOON -> hour < 12 ? time.withHour(hour + 12) : time;
            case EVENING -> hour >= 4 && hour < 12 ? time.withHour(hour + 12) : time;
            case NIGHT -> hour >= 7 && hour < 12 ? time.withHour(hour + 12) : hour == 12 ? time.withHour(0) : time;
        };
    }
}

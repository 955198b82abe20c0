package dev.almanac.command.changerequest.interpret;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a sentence may ask for. There are no other words: what is not in here cannot be asked for. */
public sealed interface Intention {
    /** A year is the longest way that anything is moved by, and the longest that a pause is said to last. */
    Duration LONGEST = Duration.ofDays(366);

    /** Another timetable: at another time of day, on other days, or both. */
    record Retime(@Nullable LocalTime time, @Nullable Repeats repeats) implements Intention {
        public Retime {
            check(time != null || repeats != null, "a timetable says a time or days");
        }
    }

    /** To another day or time; what is left out stays. */
    record Move(
            @Nullable Which which,
            @Nullable LocalDate date,
            @Nullable LocalTime time) implements Intention {
        public Move {
            check(date != null || time != null, "a move says whither");
        }
    }

    /** Earlier or later by so much. */
    record Shift(@Nullable Which which, Duration by) implements Intention {
        public Shift {
            check(!by.isZero() && by.abs().compareTo(LONGEST) <= 0, "a shift is by a year at most");
        }
    }

    record Skip(Which which) implements Intention {}

    record Cancel(@Nullable Which which) implements Intention {}

    /** Until then, or until somebody resumes it. */
    record Pause(@Nullable LocalDateTime until) implements Intention {}

    record Resume() implements Intention {}

    record Disable() implements Intention {}

    record RunNow() implements Intention {}

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

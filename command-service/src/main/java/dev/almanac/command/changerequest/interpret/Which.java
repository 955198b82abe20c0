package dev.almanac.command.changerequest.interpret;

import java.time.LocalDate;

/** Which of many occurrences. */
public sealed interface Which {

    /** The next, or so many of them. */
    record Next(int count) implements Which {
        public static final int MAX = 20;

        public Next {
            if (count < 1 || count > MAX) {
                throw new IllegalArgumentException("from 1 to " + MAX);
            }
        }
    }

    /** All of one day. */
    record On(LocalDate date) implements Which {}
}

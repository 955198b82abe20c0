package dev.almanac.command.changerequest.interpret;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What somebody asks for.
 *
 * @param zone by whose clocks its times are meant
 * @param now the present on those clocks
 */
public record Sentence(String text, ZoneId zone, LocalDateTime now) {
    public static final int LENGTH_MAX = 1000;

    public Sentence {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a sentence has from 1 to " + LENGTH_MAX + " characters");
        }
    }
}

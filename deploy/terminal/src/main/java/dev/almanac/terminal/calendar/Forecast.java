package dev.almanac.terminal.calendar;

import java.util.List;

/**
 * What a command would come to.
 *
 * @param sentences for people; who is in the way among them
 */
public record Forecast(Outcome outcome, List<String> sentences) {

    public enum Outcome {
        FREE,
        WARNED,
        REFUSED,
        UNKNOWN
    }

    public Forecast {
        sentences = List.copyOf(sentences);
    }
}

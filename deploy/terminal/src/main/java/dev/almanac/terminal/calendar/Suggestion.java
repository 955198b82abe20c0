package dev.almanac.terminal.calendar;

/**
 * A way out of a conflict.
 *
 * @param sentence for people
 * @param asGiven what applies it, as the API has said it
 */
public record Suggestion(String sentence, String asGiven) {}

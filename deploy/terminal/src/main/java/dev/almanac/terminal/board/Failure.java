package dev.almanac.terminal.board;

/**
 * Why something did not come about.
 *
 * @param sentence for people; who is in the way among it
 * @param overridable a manager may insist, with a reason
 */
public record Failure(String sentence, boolean overridable) {}

package dev.almanac.command.changerequest.interpret;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** A part of a sentence that means something. */
sealed interface Piece {
    /**
     * What is to be done.
     *
     * @param weak a word that means little beside another verb: "put on hold", "skip a run"
     */
    record Doing(Verb verb, boolean weak) implements Piece {}

    /**
     * A time of day.
     *
     * @param halves whether it may be meant before or after noon
     */
    record Clock(LocalTime time, boolean halves) implements Piece {}

    /** The half of the day that a time before it is in. */
    record Half(DayPart part) implements Piece {}

    /**
     * A day.
     *
     * @param bare a day of the week, and no more: it may stand for that day of every week
     * @param doubtful it may be read in another way
     */
    record Day(LocalDate date, boolean bare, boolean doubtful) implements Piece {}

    /** As in "tomorrow's" or "the next two runs". */
    record Of(Which which) implements Piece {}

    record Repeating(Repeats repeats) implements Piece {}

    /** From one day of the week to another. */
    record DayRange(DayOfWeek first, DayOfWeek last) implements Piece {}

    /** As in "for two hours" or "in two hours". */
    record Within(Duration length) implements Piece {}

    /** Earlier or later by so much; whither is unknown where neither is said. */
    record By(Duration length, boolean told) implements Piece {}

    /** Turns what came before around, or settles it. */
    record Direction(boolean later) implements Piece {}

    record Now() implements Piece {}

    record Until() implements Piece {}

    /** What follows is left, and not gone to. */
    record From() implements Piece {}

    /** The name of the subject. */
    record Name() implements Piece {}

    /** Something that no intention has. */
    record Beyond(String why) implements Piece {}

    record Unknown(String word) implements Piece {}
}

package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Note;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Heat;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.screen.Tone;

/** Which tone says what. */
final class Tones {
    static final Tone FRAME = Tone.QUIET;
    static final Tone HEADING = Tone.TITLE;

    private Tones() {}

    static Tone of(Heat heat) {
        return switch (heat) {
            case NONE -> Tone.PLAIN;
            case LITTLE -> Tone.HEAT_1;
            case SOME -> Tone.HEAT_2;
            case MUCH -> Tone.HEAT_3;
            case MOST -> Tone.HEAT_4;
        };
    }

    static Tone of(Item item) {
        if (item.isInConflict()) {
            return Tone.WARNING;
        }
        return switch (item.kind()) {
            case BOOKING -> Tone.BOOKING;
            case RUN -> Tone.RUN;
            case MISSED_RUN -> Tone.DANGER;
            case PROVIDED_ENTRY -> Tone.ENTRY;
        };
    }

    static Tone of(Note note) {
        return switch (note.kind()) {
            case SAID -> Tone.PLAIN;
            case DONE -> Tone.GOOD;
            case REFUSED -> Tone.DANGER;
        };
    }

    static Tone of(Forecast.Outcome outcome) {
        return switch (outcome) {
            case FREE -> Tone.GOOD;
            case WARNED -> Tone.WARNING;
            case REFUSED -> Tone.DANGER;
            case UNKNOWN -> Tone.QUIET;
        };
    }
}

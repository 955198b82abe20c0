package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;

/** How runs ended, in colours. */
final class RunStates {
    private RunStates() {}

    static Cell cell(String status) {
        return Cell.of(
                Words.lower(status),
                switch (status) {
                    case "SUCCESS" -> Colour.GREEN;
                    case "FAILED" -> Colour.RED;
                    case "MISSED", "RETRYING", "POSTPONED" -> Colour.YELLOW;
                    case "RUNNING", "DUE" -> Colour.CYAN;
                    default -> Colour.PLAIN;
                });
    }
}

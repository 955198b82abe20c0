package dev.almanac.terminal.board;

import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.forms.Dialog;

/** What lies over a view. */
public sealed interface Overlay {

    record None() implements Overlay {}

    record Help() implements Overlay {}

    record Details(Item item) implements Overlay {}

    record Asking(Dialog dialog) implements Overlay {}
}

package dev.almanac.terminal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void columns_are_as_wide_as_what_is_in_them() {
        Table table = new Table("NAME", "ID");
        table.row(Cell.of("Great Hall"), Cell.of("1"));
        table.row(Cell.of("\u97f3\u697d"), Cell.of("2"));

        assertThat(table.lines(80, false)).containsExactly("NAME        ID", "Great Hall  1", "\u97f3\u697d        2");
    }

    @Test
    void what_is_too_wide_is_cut_but_for_the_id() {
        Table table = new Table("NAME", "ID");
        table.row(Cell.of("A very long name of a very long event"), Cell.of("0123456789"));

        assertThat(table.lines(30, false).get(1))
                .isEqualTo("A very long name \u2026  0123456789")
                .hasSize(30);
    }

    @Test
    void colours_take_no_room() {
        Table table = new Table("A", "B");
        table.row(Cell.of("x", Colour.RED), Cell.of("y"));

        assertThat(table.lines(80, true).get(1)).isEqualTo("\u001b[31mx\u001b[0m  y");
    }

    @Test
    void what_others_wrote_is_harmless_in_a_cell() {
        assertThat(Cell.of("\u001b[2Jx").text()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, true, '', xterm, true",
        "AUTO, false, '', xterm, false",
        "AUTO, true, 1, xterm, false",
        "AUTO, true, '', dumb, false",
        "ALWAYS, false, 1, dumb, true",
        "NEVER, true, '', xterm, false",
    })
    void colours_are_for_terminals_unless_somebody_says_otherwise(
            ColourChoice choice, boolean onTerminal, String noColour, String term, boolean coloured) {
        assertThat(choice.isColoured(onTerminal, Map.of("NO_COLOR", noColour, "TERM", term)))
                .isEqualTo(coloured);
    }
}

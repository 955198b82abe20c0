package dev.almanac.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.text.Columns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanvasTest {

    @Test
    void a_wide_letter_takes_two_cells_and_a_combining_mark_none() {
        assertThat(Columns.of("東京")).isEqualTo(4);
        assertThat(Columns.of("e\u0301a")).isEqualTo(2);
        assertThat(Columns.of("🎷")).isEqualTo(2);
        assertThat(Columns.of("plain")).isEqualTo(5);
    }

    @Test
    void what_does_not_fit_ends_in_an_ellipsis() {
        assertThat(Columns.clipped("Chamber orchestra", 8)).isEqualTo("Chamber…");
        assertThat(Columns.clipped("東京東京", 4)).isEqualTo("東…");
        assertThat(Columns.clipped("fits", 4)).isEqualTo("fits");
        assertThat(Columns.clipped("none", 0)).isEmpty();
    }

    @Test
    void text_is_broken_between_words() {
        assertThat(Columns.wrapped("one two  three", 7)).containsExactly("one two", "three");
        assertThat(Columns.wrapped("", 7)).containsExactly("");
        assertThat(Columns.wrapped("unbreakable", 5)).containsExactly("unbr…");
    }

    @Test
    void nothing_of_a_text_steers_the_terminal() {
        assertThat(Columns.harmless("a\u001b[31mb\u0000\u202ec\nd")).isEqualTo("a[31mbcd");
    }

    @Test
    void what_lies_outside_is_not_drawn() {
        Canvas canvas = new Canvas(new Size(2, 5));
        canvas.put(0, 3, "far too long", Tone.PLAIN);
        canvas.put(7, 0, "below", Tone.PLAIN);
        canvas.put(0, -3, "left", Tone.PLAIN);
        canvas.select(new Area(-1, -1, 9, 9));

        assertThat(canvas.text()).isEqualTo("   f…\n");
    }

    @Test
    void half_of_a_wide_letter_does_not_stay_behind() {
        Canvas canvas = new Canvas(new Size(1, 6));
        canvas.put(0, 0, "東京", Tone.PLAIN);
        canvas.put(0, 1, "x", Tone.PLAIN);

        assertThat(canvas.line(0)).isEqualTo(" x京");
    }

    @Test
    void only_what_differs_is_painted() {
        Painter painter = new Painter(new Palette(ColourDepth.NONE));
        Canvas before = new Canvas(new Size(3, 20));
        before.put(1, 2, "Concert", Tone.PLAIN);
        Canvas after = new Canvas(new Size(3, 20));
        after.put(1, 2, "Concord", Tone.PLAIN);

        assertThat(painter.from(before, before)).isEmpty();
        assertThat(painter.from(before, after))
                .contains("\u001b[2;7H", "\u001b[2;9H")
                .doesNotContain("Conc");
        assertThat(painter.from(null, after)).contains("\u001b[2J").contains("Concord");
    }

    @Test
    void where_a_wide_letter_was_something_narrow_is_painted() {
        Painter painter = new Painter(new Palette(ColourDepth.NONE));
        Canvas before = new Canvas(new Size(1, 4));
        before.put(0, 0, "東", Tone.PLAIN);

        assertThat(painter.from(before, new Canvas(new Size(1, 4))))
                .contains("\u001b[1;1H")
                .contains("  ");
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void without_colours_there_is_none(Tone tone) {
        assertThat(new Palette(ColourDepth.NONE).sequence(tone, false)).matches("\u001b\\[0(;[147])?m");
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void sixteen_colours_are_enough(Tone tone) {
        assertThat(new Palette(ColourDepth.SIXTEEN).sequence(tone, true))
                .doesNotContain("38;", "48;")
                .contains(";7");
    }

    @Test
    void how_many_colours_there_are_is_known_from_the_environment() {
        assertThat(depth("auto", Map.of("TERM", "xterm-256color"))).isEqualTo(ColourDepth.INDEXED);
        assertThat(depth("auto", Map.of("TERM", "xterm", "COLORTERM", "truecolor")))
                .isEqualTo(ColourDepth.TRUE);
        assertThat(depth("auto", Map.of("TERM", "linux"))).isEqualTo(ColourDepth.SIXTEEN);
        assertThat(depth("auto", Map.of("TERM", "xterm-256color", "NO_COLOR", "1")))
                .isEqualTo(ColourDepth.NONE);
        assertThat(depth("auto", Map.of("TERM", "dumb"))).isEqualTo(ColourDepth.NONE);
        assertThat(depth("never", Map.of("TERM", "xterm"))).isEqualTo(ColourDepth.NONE);
        assertThat(depth("always", Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(ColourDepth.SIXTEEN);
        assertThat(depth("true", Map.of())).isEqualTo(ColourDepth.TRUE);
    }

    private static ColourDepth depth(String wish, Map<String, String> environment) {
        return ColourDepth.of(wish, environment);
    }
}

package dev.almanac.terminal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tour\u001b[2J",
                "\u001b[31;1mTour\u001b[0m",
                "\u001b]0;owned\u0007Tour",
                "\u001b]8;;http://evil.example\u001b\\Tour\u001b]8;;\u001b\\",
                "\u009b31mTour",
                "\u001bPq#0\u001b\\Tour",
                "\u001bcTour",
                "\u202eTour\u202c",
                "To\u0008u\u007fr\u0000",
            })
    void what_others_wrote_moves_no_cursor_and_turns_no_line(String text) {
        assertThat(SafeText.of(text)).isEqualTo("Tour");
    }

    @Test
    void what_is_no_control_stays_as_it_is() {
        assertThat(SafeText.of("Matin\u00e9e \u97f3\u697d \ud83c\udfbb 50 %"))
                .isEqualTo("Matin\u00e9e \u97f3\u697d \ud83c\udfbb 50 %");
    }

    @Test
    void lines_become_one() {
        assertThat(SafeText.of("one\r\ntwo\tthree\u2028four")).isEqualTo("one two three four");
    }

    @Test
    void a_sequence_without_an_end_takes_the_rest_with_it() {
        assertThat(SafeText.of("Tour\u001b]0;no end")).isEqualTo("Tour");
    }
}

package dev.almanac.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.screen.Input.Ended;
import dev.almanac.terminal.screen.Input.Gesture;
import dev.almanac.terminal.screen.Input.Pasted;
import dev.almanac.terminal.screen.Input.Pointed;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {

    @Test
    void characters_are_typed_one_by_one() throws IOException {
        assertThat(read("a?é東🎷"))
                .containsExactly(new Typed("a"), new Typed("?"), new Typed("é"), new Typed("東"), new Typed("🎷"));
    }

    @ParameterizedTest
    @CsvSource({
        "[A, UP",
        "OA, UP",
        "[B, DOWN",
        "[C, RIGHT",
        "[D, LEFT",
        "[H, HOME",
        "[1~, HOME",
        "[F, END",
        "[4~, END",
        "[5~, PAGE_UP",
        "[6~, PAGE_DOWN",
        "[3~, DELETE",
        "[Z, BACK_TAB"
    })
    void sequences_are_keys(String sequence, Key key) throws IOException {
        assertThat(read("\u001b" + sequence)).containsExactly(new Pressed(key));
    }

    @Test
    void control_characters_are_keys() throws IOException {
        assertThat(read("\r\t\u007f\u0003\u000c"))
                .containsExactly(
                        new Pressed(Key.ENTER),
                        new Pressed(Key.TAB),
                        new Pressed(Key.BACKSPACE),
                        new Pressed(Key.LEAVE),
                        new Pressed(Key.REDRAW));
    }

    @Test
    void an_escape_alone_is_a_key() throws IOException {
        assertThat(read("\u001b")).containsExactly(new Pressed(Key.ESCAPE));
    }

    @Test
    void no_key_is_lost_that_follows_an_escape_at_once() throws IOException {
        assertThat(read("\u001bw\u001b\r"))
                .containsExactly(
                        new Pressed(Key.ESCAPE), new Typed("w"), new Pressed(Key.ESCAPE), new Pressed(Key.ENTER));
    }

    @Test
    void the_mouse_is_where_it_says_counted_from_zero() throws IOException {
        assertThat(read("\u001b[<0;10;5M\u001b[<32;11;6M\u001b[<0;11;6m\u001b[<64;1;1M\u001b[<65;1;1M"))
                .containsExactly(
                        new Pointed(Gesture.DOWN, 4, 9),
                        new Pointed(Gesture.DRAG, 5, 10),
                        new Pointed(Gesture.UP, 5, 10),
                        new Pointed(Gesture.WHEEL_UP, 0, 0),
                        new Pointed(Gesture.WHEEL_DOWN, 0, 0));
    }

    @Test
    void other_buttons_and_unknown_sequences_mean_nothing() throws IOException {
        assertThat(read("\u001b[<2;10;5M\u001b[99q\u001b[<9999999;1;1Mx")).containsExactly(new Typed("x"));
    }

    @Test
    void what_is_pasted_is_text_and_no_commands() throws IOException {
        assertThat(read("\u001b[200~quit\nq\u0007\u001b[201~x")).containsExactly(new Pasted("quit q"), new Typed("x"));
    }

    @Test
    void a_paste_that_never_ends_has_a_bound() throws IOException {
        List<Input> inputs = read("\u001b[200~" + "a".repeat(10_000));

        assertThat(inputs.getFirst())
                .isInstanceOfSatisfying(
                        Pasted.class, pasted -> assertThat(pasted.text()).hasSizeLessThanOrEqualTo(4_096));
    }

    private static List<Input> read(String text) throws IOException {
        int[] at = {0};
        Keyboard keyboard = new Keyboard(timeout -> at[0] < text.length()
                ? text.charAt(at[0]++)
                : timeout == 0 ? Keyboard.Characters.ENDED : Keyboard.Characters.NOTHING_YET);
        List<Input> inputs = new ArrayList<>();
        while (inputs.isEmpty() || !(inputs.getLast() instanceof Ended)) {
            keyboard.next().ifPresent(inputs::add);
        }
        inputs.removeLast();
        return inputs;
    }
}

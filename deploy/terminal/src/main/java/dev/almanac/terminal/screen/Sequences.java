package dev.almanac.terminal.screen;

import dev.almanac.terminal.screen.Input.Gesture;
import dev.almanac.terminal.screen.Input.Pointed;
import dev.almanac.terminal.screen.Input.Pressed;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows {@code ESC [}: keys, and the mouse in the form of SGR (xterm's control sequences, "Mouse Tracking"). */
final class Sequences {
    private static final Map<String, Key> KEYS = Map.ofEntries(
            Map.entry("A", Key.UP),
            Map.entry("B", Key.DOWN),
            Map.entry("C", Key.RIGHT),
            Map.entry("D", Key.LEFT),
            Map.entry("H", Key.HOME),
            Map.entry("F", Key.END),
            Map.entry("Z", Key.BACK_TAB),
            Map.entry("M", Key.ENTER),
            Map.entry("1~", Key.HOME),
            Map.entry("7~", Key.HOME),
            Map.entry("4~", Key.END),
            Map.entry("8~", Key.END),
            Map.entry("3~", Key.DELETE),
            Map.entry("5~", Key.PAGE_UP),
            Map.entry("6~", Key.PAGE_DOWN));
    private static final Pattern MOUSE = Pattern.compile("<(\\d{1,3});(\\d{1,4});(\\d{1,4})([Mm])");
    private static final int DRAGGED = 32;
    private static final int WHEEL = 64;
    private static final int LEFT_BUTTON = 0;
    private static final int BUTTONS = 0b11;

    private Sequences() {}

    static Optional<Key> key(String sequence) {
        return Optional.ofNullable(KEYS.get(sequence));
    }

    static Optional<Input> input(String sequence) {
        Matcher mouse = MOUSE.matcher(sequence);
        return mouse.matches() ? mouse(mouse) : key(sequence).map(Pressed::new);
    }

    private static Optional<Input> mouse(Matcher mouse) {
        int code = Integer.parseInt(mouse.group(1));
        int column = Integer.parseInt(mouse.group(2)) - 1;
        int row = Integer.parseInt(mouse.group(3)) - 1;
        return gesture(code, mouse.group(4).equals("m")).map(gesture -> new Pointed(gesture, row, column));
    }

    private static Optional<Gesture> gesture(int code, boolean released) {
        if ((code & WHEEL) != 0) {
            return switch (code & BUTTONS) {
                case 0 -> Optional.of(Gesture.WHEEL_UP);
                case 1 -> Optional.of(Gesture.WHEEL_DOWN);
                default -> Optional.empty();
            };
        }
        if ((code & BUTTONS) != LEFT_BUTTON) {
            return Optional.empty();
        }
        if (released) {
            return Optional.of(Gesture.UP);
        }
        return Optional.of((code & DRAGGED) != 0 ? Gesture.DRAG : Gesture.DOWN);
    }
}

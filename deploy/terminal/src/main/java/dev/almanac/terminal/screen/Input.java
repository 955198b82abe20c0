package dev.almanac.terminal.screen;

/** What somebody does at a terminal. */
public sealed interface Input {

    /** One character, as it is written. */
    record Typed(String text) implements Input {}

    /** More than one at once, from the clipboard: never a command. */
    record Pasted(String text) implements Input {}

    record Pressed(Key key) implements Input {}

    /** Where the mouse is, from the upper left, counted from zero. */
    record Pointed(Gesture gesture, int row, int column) implements Input {}

    /** Nobody types any more. */
    record Ended() implements Input {}

    enum Gesture {
        DOWN,
        DRAG,
        UP,
        WHEEL_UP,
        WHEEL_DOWN
    }
}

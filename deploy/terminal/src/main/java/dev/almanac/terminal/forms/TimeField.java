package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pasted;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Key;
import dev.almanac.terminal.times.TimeWords;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of a day's clock.
 *
 * @param time the last one that was understood
 * @param typed empty while arrows choose
 */
public record TimeField(String label, LocalTime time, String typed) implements Field {
    private static final int STEP_MINUTES = 15;

    public static TimeField of(String label, LocalTime time) {
        return new TimeField(label, time, "");
    }

    public boolean isUnderstood() {
        return typed.isEmpty() || TimeWords.parse(typed).isPresent();
    }

    @Override
    public String shown() {
        return typed.isEmpty() ? Says.time(time) : typed;
    }

    @Override
    public String hint() {
        return isUnderstood()
                ? "left right: 15 minutes · up down: an hour · or type: 14:30, 9, 2pm"
                : "not a time: try 14:30, 9 or 2pm";
    }

    @Override
    public Optional<Field> take(Input input) {
        return switch (input) {
            case Typed(var text) -> Optional.of(typing(typed + text));
            case Pasted(var text) -> Optional.of(typing(text));
            case Pressed(var key) -> walked(key);
            default -> Optional.empty();
        };
    }

    private Optional<Field> walked(Key key) {
        return switch (key) {
            case LEFT -> at(time.minusMinutes(STEP_MINUTES));
            case RIGHT -> at(time.plusMinutes(STEP_MINUTES));
            case UP -> at(time.minusHours(1));
            case DOWN -> at(time.plusHours(1));
            case BACKSPACE -> Optional.of(typing(TextField.withoutLast(typed)));
            case DELETE -> Optional.of(typing(""));
            default -> Optional.empty();
        };
    }

    private Optional<Field> at(LocalTime other) {
        return Optional.of(new TimeField(label, other, ""));
    }

    private TimeField typing(String text) {
        return new TimeField(label, TimeWords.parse(text).orElse(time), text);
    }
}

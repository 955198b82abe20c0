package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pasted;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Key;
import dev.almanac.terminal.times.DateWords;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date that is typed, or walked to in a month.
 *
 * @param date the last one that was understood
 * @param typed empty while arrows choose
 */
public record DateField(String label, LocalDate date, String typed, LocalDate today) implements Field {

    public static DateField of(String label, LocalDate date, LocalDate today) {
        return new DateField(label, date, "", today);
    }

    public boolean isUnderstood() {
        return typed.isEmpty() || DateWords.parse(typed, today).isPresent();
    }

    @Override
    public String shown() {
        return typed.isEmpty() ? Says.date(date) : typed;
    }

    @Override
    public String hint() {
        return isUnderstood()
                ? "arrows: day, week · PgUp PgDn: month · or type 2030-06-03, fri, +7"
                : "not a date: try 2030-06-03, 3.6., tomorrow, fri or +7";
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
            case LEFT -> at(date.minusDays(1));
            case RIGHT -> at(date.plusDays(1));
            case UP -> at(date.minusWeeks(1));
            case DOWN -> at(date.plusWeeks(1));
            case PAGE_UP -> at(date.minusMonths(1));
            case PAGE_DOWN -> at(date.plusMonths(1));
            case BACKSPACE -> Optional.of(typing(TextField.withoutLast(typed)));
            case DELETE -> Optional.of(typing(""));
            default -> Optional.empty();
        };
    }

    private Optional<Field> at(LocalDate other) {
        return Optional.of(new DateField(label, other, "", today));
    }

    private DateField typing(String text) {
        return new DateField(label, DateWords.parse(text, today).orElse(date), text, today);
    }
}

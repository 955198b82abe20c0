package dev.almanac.terminal.forms;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** One of several; a letter goes to the next that begins with it. */
public record ChoiceField(String label, List<String> options, int chosen) implements Field {

    public ChoiceField {
        options = List.copyOf(options);
    }

    @Override
    public String shown() {
        return options.isEmpty() ? "" : options.get(chosen);
    }

    @Override
    public String hint() {
        return "left right: another one · a letter: the next that begins with it";
    }

    @Override
    public Optional<Field> take(Input input) {
        return switch (input) {
            case Pressed(var key) ->
                switch (key) {
                    case LEFT -> Optional.of(at(chosen - 1));
                    case RIGHT -> Optional.of(at(chosen + 1));
                    default -> Optional.empty();
                };
            case Typed(var letter) -> Optional.of(beginningWith(letter));
            default -> Optional.empty();
        };
    }

    private ChoiceField beginningWith(String letter) {
        String wanted = letter.toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, options.size())
                .map(step -> (chosen + step) % options.size())
                .filter(index -> options.get(index).toLowerCase(Locale.ROOT).startsWith(wanted))
                .mapToObj(this::at)
                .findFirst()
                .orElse(letter.equals(" ") ? at(chosen + 1) : this);
    }

    private ChoiceField at(int index) {
        return options.isEmpty() ? this : new ChoiceField(label, options, Math.floorMod(index, options.size()));
    }
}

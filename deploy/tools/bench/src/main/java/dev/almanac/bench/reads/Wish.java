package dev.almanac.bench.reads;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What is to be measured, and of how much: {@code 5 month day calendars=1000 rules=100}, say. */
record Wish(Duration each, Set<Part> parts, Scale scale) {
    private static final int SECONDS = 2;
    private static final String NUMBER = "\\d+";

    Wish {
        parts = Set.copyOf(parts);
    }

    static Wish of(List<String> arguments) {
        Set<Part> named = EnumSet.noneOf(Part.class);
        arguments.stream()
                .filter(argument -> !argument.matches(NUMBER) && !argument.contains("="))
                .forEach(name -> named.add(Part.valueOf(name.toUpperCase(Locale.ROOT))));
        int seconds = arguments.stream()
                .filter(argument -> argument.matches(NUMBER))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(SECONDS);
        return new Wish(
                Duration.ofSeconds(seconds),
                named.isEmpty() ? EnumSet.allOf(Part.class) : named,
                new Scale(
                        number(arguments, "calendars=").orElse(Scale.USUAL.calendars()),
                        number(arguments, "rules=").orElse(Scale.USUAL.rules())));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    private static OptionalInt number(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .mapToInt(argument -> Integer.parseInt(argument.substring(name.length())))
                .findFirst();
    }
}

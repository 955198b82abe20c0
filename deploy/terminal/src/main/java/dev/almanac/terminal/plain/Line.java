package dev.almanac.terminal.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody typed: a word, and what it is about. */
record Line(String verb, List<String> words) {

    Line {
        words = List.copyOf(words);
    }

    static Line of(String typed) {
        List<String> words = Arrays.stream(typed.strip().split("\\s+", -1)).toList();
        return new Line(words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
    }

    String rest(int from) {
        return from >= words.size() ? "" : String.join(" ", words.subList(from, words.size()));
    }

    /** Counted from one. */
    Optional<Integer> number(int index) {
        return index < words.size() && words.get(index).matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(words.get(index)))
                : Optional.empty();
    }
}

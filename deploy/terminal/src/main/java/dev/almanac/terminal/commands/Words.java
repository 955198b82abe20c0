package dev.almanac.terminal.commands;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of the API are written large, with lines between; people write them as they like. */
final class Words {
    private Words() {}

    static @Nullable String upper(@Nullable String word) {
        return word == null
                ? null
                : word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Without the version of its contract, which is not what people ask for. */
    static String change(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }

    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}

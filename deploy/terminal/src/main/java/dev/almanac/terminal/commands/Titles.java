package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Conflict;
import org.jspecify.annotations.Nullable;

/** How events are called whose title may be hidden from whoever asks. */
final class Titles {
    private static final String HIDDEN = "an event that you may not see";

    private Titles() {}

    static String of(Conflict conflict) {
        return orHidden(conflict.title()) + " and " + orHidden(conflict.otherTitle());
    }

    private static String orHidden(@Nullable String title) {
        return title == null || title.isEmpty() ? HIDDEN : "\"" + title + "\"";
    }
}

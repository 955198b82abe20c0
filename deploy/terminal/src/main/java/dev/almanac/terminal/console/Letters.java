package dev.almanac.terminal.console;

import org.jline.utils.WCWidth;

/** How many columns text takes: some letters take two, and some none. */
final class Letters {
    private static final String CUT = "\u2026";

    private Letters() {}

    static int width(String text) {
        return text.codePoints()
                .map(letter -> Math.max(0, WCWidth.wcwidth(letter)))
                .sum();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = Math.max(0, width - 1);
        for (int letter : text.codePoints().toArray()) {
            room -= Math.max(0, WCWidth.wcwidth(letter));
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept + (width > 0 ? CUT : "");
    }
}

package dev.almanac.terminal.text;

import java.util.regex.Pattern;

/**
 * What others wrote, made harmless to a terminal: an event's title could otherwise move the cursor, set the window's title or
 * turn the line around.
 */
public final class SafeText {
    /** Sequences of ECMA-48: CSI, strings (OSC, DCS, SOS, PM, APC) up to their end, and single ones. */
    private static final Pattern SEQUENCES = Pattern.compile(
            "(?s)(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])"
                    + ".*?(?:\u0007|\u001b\\\\|\u009c|$)|\u001b[ -/]*[0-~]");

    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\u0085\u2028\u2029]+");

    /** All other controls, and what reorders the text around it (Unicode TR 9). */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x1f\\x7f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]");

    private SafeText() {}

    /** In one line. */
    public static String of(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String visible = SEQUENCES.matcher(text).replaceAll("");
        return CONTROLS.matcher(BREAKS.matcher(visible).replaceAll(" ")).replaceAll("");
    }

    private static boolean isHarmless(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    }
}

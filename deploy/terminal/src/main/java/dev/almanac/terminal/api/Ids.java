package dev.almanac.terminal.api;

import java.util.regex.Pattern;

/** Names are written by people, ids are not: where either may stand, this tells which it is. */
final class Ids {
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private Ids() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}

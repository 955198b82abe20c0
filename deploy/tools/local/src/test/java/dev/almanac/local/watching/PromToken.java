package dev.almanac.local.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of PromQL. */
record PromToken(Kind kind, String text) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        RANGE,
        SIGN,
        END
    }

    static final PromToken THE_END = new PromToken(Kind.END, "the end");

    private static final Pattern NEXT = Pattern.compile("\\s*(?:"
            + "(?<range>\\[[0-9a-z$_:]+])"
            + "|(?<number>[0-9][0-9.]*(?:e[0-9+-]+)?(?:ms|[smhdwy])?)"
            + "|(?<name>[A-Za-z_:][A-Za-z0-9_:]*)"
            + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")"
            + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){},]))");

    static List<PromToken> of(String expression) {
        List<PromToken> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(expression.strip());
        int at = 0;
        while (at < expression.strip().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "cannot read " + expression.strip().substring(at));
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return tokens;
    }

    private static PromToken token(Matcher matcher) {
        for (Kind kind : List.of(Kind.RANGE, Kind.NUMBER, Kind.NAME, Kind.TEXT, Kind.SIGN)) {
            String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
            if (text != null) {
                return new PromToken(kind, kind == Kind.TEXT ? text.substring(1, text.length() - 1) : text);
            }
        }
        throw new IllegalStateException("no kind of " + matcher.group());
    }
}

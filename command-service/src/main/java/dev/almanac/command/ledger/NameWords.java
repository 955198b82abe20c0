package dev.almanac.command.ledger;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text as it is compared: without case and accents, and without what cannot be seen. */
public final class NameWords {
    /** An index entry has its limits, and nobody types more than that. */
    private static final int WORDS_MAX = 100;

    private static final int WORD_LENGTH_MAX = 64;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Z}]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHE = Pattern.compile("[\\u2018\\u2019\\u02BC\\u00B4`]");
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");

    private NameWords() {}

    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = INVISIBLE.matcher(plain).replaceAll("");
        plain = SPACE.matcher(plain).replaceAll(" ");
        plain = APOSTROPHE.matcher(plain).replaceAll("'");
        plain = DASH.matcher(plain).replaceAll("-");
        plain = plain.toLowerCase(Locale.ROOT).replace("\u00DF", "ss");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENT.matcher(plain).replaceAll(""), Normalizer.Form.NFC);
    }

    /** The words of a name, in order. */
    public static List<String> of(String text) {
        return inFolded(folded(text));
    }

    /** The words by which the name is found. */
    public static String[] indexed(String text) {
        return of(text).stream()
                .filter(word -> word.length() <= WORD_LENGTH_MAX)
                .distinct()
                .limit(WORDS_MAX)
                .toArray(String[]::new);
    }

    public static List<String> inFolded(String folded) {
        return WORD.matcher(folded).results().map(MatchResult::group).toList();
    }
}

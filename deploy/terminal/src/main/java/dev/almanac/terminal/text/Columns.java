package dev.almanac.terminal.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/** Text as a terminal shows it: in clusters that are one column wide or two, and without anything that would steer it. */
public final class Columns {
    private static final String ELLIPSIS = "…";
    private static final int DRAWN_AS_PICTURE = 0xFE0F;

    private Columns() {}

    public static int of(String text) {
        return clusters(text).stream().mapToInt(Columns::widthOfCluster).sum();
    }

    /** At most so wide; what was cut off is told by an ellipsis, close to the last word. */
    public static String clipped(String text, int columns) {
        return columns < of(text) ? told(beginning(text, columns).stripTrailing(), columns) : harmless(text);
    }

    /** The same for columns of a table, where the ellipsis stands at the edge. */
    public static String cut(String text, int columns) {
        return columns < of(text) ? told(beginning(text, columns), columns) : harmless(text);
    }

    private static String told(String kept, int columns) {
        return columns < 1 ? "" : kept + ELLIPSIS;
    }

    private static String beginning(String text, int columns) {
        StringBuilder kept = new StringBuilder();
        int room = columns - 1;
        for (String cluster : clusters(text)) {
            room -= widthOfCluster(cluster);
            if (room < 0) {
                break;
            }
            kept.append(cluster);
        }
        return kept.toString();
    }

    /** Exactly so wide. */
    public static String padded(String text, int columns) {
        String clipped = clipped(text, columns);
        return clipped + " ".repeat(Math.max(0, columns - of(clipped)));
    }

    /** In lines of at most so many columns, broken between words where there are any. */
    public static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (of(longer) <= columns) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = clipped(word, columns);
            }
        }
        lines.add(line);
        return List.copyOf(lines);
    }

    /** What somebody else wrote, without characters that steer; what is left of their sequences stays visible. */
    public static String harmless(String text) {
        return isSimple(text) ? text : String.join("", clusters(text));
    }

    /** What a reader takes for one character each. */
    public static List<String> clusters(String text) {
        return isSimple(text) ? text.codePoints().mapToObj(Character::toString).toList() : composed(text);
    }

    /** None, one or two. */
    public static int widthOfCluster(String cluster) {
        if (cluster.codePoints().anyMatch(point -> point == DRAWN_AS_PICTURE)) {
            return 2;
        }
        return Math.max(0, Math.min(2, WCWidth.wcwidth(cluster.codePointAt(0))));
    }

    private static List<String> composed(String text) {
        List<String> clusters = new ArrayList<>();
        BreakIterator ends = BreakIterator.getCharacterInstance(Locale.ROOT);
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            String cluster = visible(text.substring(start, end));
            if (!cluster.isEmpty()) {
                clusters.add(cluster);
            }
        }
        return clusters;
    }

    /** Characters that turn the direction of what follows would reorder the rest of a line. */
    private static String visible(String cluster) {
        StringBuilder kept = new StringBuilder();
        cluster.codePoints().filter(point -> !steers(point)).forEach(kept::appendCodePoint);
        boolean onlyCombines = !kept.isEmpty() && widthOfCluster(kept.toString()) == 0;
        return onlyCombines ? "" : kept.toString();
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F;
    }

    private static boolean isSimple(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F);
    }
}

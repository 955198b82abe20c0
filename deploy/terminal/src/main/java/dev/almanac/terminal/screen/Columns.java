package dev.almanac.terminal.screen;

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

    /** At most so wide; what was cut off is told by an ellipsis. */
    public static String clipped(String text, int columns) {
        List<String> clusters = clusters(text);
        if (clusters.stream().mapToInt(Columns::widthOfCluster).sum() <= columns) {
            return String.join("", clusters);
        }
        StringBuilder kept = new StringBuilder();
        int room = columns - 1;
        for (String cluster : clusters) {
            room -= widthOfCluster(cluster);
            if (room < 0) {
                break;
            }
            kept.append(cluster);
        }
        return columns < 1 ? "" : kept.toString().stripTrailing() + ELLIPSIS;
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

    /** What somebody else wrote, on one line and without control characters. */
    public static String harmless(String text) {
        return isSimple(text) ? text : String.join("", clusters(text));
    }

    static List<String> clusters(String text) {
        return isSimple(text) ? text.codePoints().mapToObj(Character::toString).toList() : composed(text);
    }

    static int widthOfCluster(String cluster) {
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

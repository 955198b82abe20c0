package dev.almanac.events.feed;

import dev.almanac.events.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of an entry may hold; each answers the value, or refuses it by the field's name. */
public final class EntryBounds {
    /** What JavaScript still counts exactly. */
    public static final long NUMBER_MAX = (1L << 53) - 1;

    /** What may stand in a path as it is: the id is asked for over HTTP. */
    public static final String ID = "[A-Za-z0-9._~:@-]{1,150}";

    /** All but {@link FeedChange#OUR_TYPE}. */
    public static final String TYPE = "[a-z][a-z0-9-]{0,31}";

    public static final String STATUS = "[A-Z][A-Z0-9_]{0,31}";
    public static final String ZONE = "[A-Za-z0-9_+/-]{1,64}";
    public static final String MEDIA_TYPE = "[a-z0-9.+-]{1,63}/[a-z0-9.+-]{1,63}";
    public static final String SHA_256 = "[0-9a-f]{64}";
    public static final int SUBJECT_LENGTH_MAX = 200;
    public static final int TITLE_LENGTH_MAX = 200;
    public static final int DESCRIPTION_LENGTH_MAX = 5000;
    public static final int REASON_LENGTH_MAX = 256;
    public static final int NAME_LENGTH_MAX = 255;
    public static final int LINK_LENGTH_MAX = 2000;
    public static final int PARTICIPANTS_MAX = 50;
    public static final int ATTACHMENTS_MAX = 50;
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private EntryBounds() {}

    static void type(String value) {
        matches("entryType", value, TYPE);
        require(!value.equals(FeedChange.OUR_TYPE), "entryType", "is that of scheduled events");
    }

    static void id(String name, String value) {
        matches(name, value, ID);
    }

    static void status(@Nullable String value) {
        if (value != null) {
            matches("status", value, STATUS);
        }
    }

    static void zone(@Nullable String value) {
        if (value != null) {
            matches("timeZone", value, ZONE);
        }
    }

    static void mediaType(String value) {
        matches("mediaType", value, MEDIA_TYPE);
    }

    static void sha256(@Nullable String value) {
        if (value != null) {
            matches("sha256", value, SHA_256);
        }
    }

    static void text(String name, @Nullable String value, int longest) {
        if (value != null) {
            require(!value.isBlank(), name, "is blank");
            require(value.length() <= longest, name, "is longer than " + longest + " characters");
            require(value.chars().noneMatch(EntryBounds::isControl), name, "contains a control character");
        }
    }

    static void link(String name, @Nullable String value, int longest) {
        if (value != null) {
            require(value.length() <= longest, name, "is longer than " + longest + " characters");
            require(Links.isOfTheWeb(value), name, "is no link of http or https");
        }
    }

    static void number(String name, @Nullable Long value) {
        require(value == null || (value >= 0 && value <= NUMBER_MAX), name, "is not from 0 to " + NUMBER_MAX);
    }

    static void between(String name, @Nullable Double value, double least, double most) {
        require(value == null || (value >= least && value <= most), name, "is not from " + least + " to " + most);
    }

    static void instant(String name, @Nullable Instant value) {
        require(
                value == null || (!value.isBefore(FIRST) && value.isBefore(BEHIND_LAST)),
                name,
                "is not in the years 1 to 9999");
    }

    /** Each of them once. */
    static <T> List<T> several(String name, @Nullable Collection<T> values, int most) {
        List<T> copy = values == null ? List.of() : List.copyOf(values);
        require(copy.size() <= most, name, "are more than " + most);
        require(new HashSet<>(copy).size() == copy.size(), name, "name one twice");
        return copy;
    }

    static void require(boolean holds, String name, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(name + " " + reason);
        }
    }

    private static void matches(String name, String value, String pattern) {
        require(value.matches(pattern), name, "does not match " + pattern);
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}

package dev.almanac.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: after the item with this sort key and id. Opaque to clients. */
public record Cursor(String key, String id) {
    private static final char SEPARATOR = '\u001f';

    public static Optional<Cursor> parse(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(read(text));
    }

    private static Cursor read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            int separator = plain.indexOf(SEPARATOR);
            if (separator >= 0) {
                return new Cursor(plain.substring(0, separator), plain.substring(separator + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            throw Rejections.badCursor();
        }
        throw Rejections.badCursor();
    }

    /** Of a list that is sorted by instants. */
    public Instant instant() {
        try {
            return Instant.parse(key);
        } catch (DateTimeException notOurs) {
            throw Rejections.badCursor();
        }
    }

    /** Whether an item that is sorted by an instant comes after the one that this names. */
    public boolean isBefore(Instant itsKey, String itsId) {
        int byKey = instant().compareTo(itsKey);
        return byKey == 0 ? id.compareTo(itsId) < 0 : byKey < 0;
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((key + SEPARATOR + id).getBytes(UTF_8));
    }
}

package dev.almanac.query.calendars.ics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Content lines of iCalendar: folded at 75 octets, ended by CRLF (RFC 5545 3.1), text escaped (3.3.11). */
final class IcsLines {
    private static final int OCTETS_MAX = 75;
    private final StringBuilder lines = new StringBuilder();

    IcsLines line(String nameAndParameters, String value) {
        return raw(nameAndParameters + ":" + value);
    }

    /** A content line that is complete already. */
    IcsLines raw(String line) {
        int octets = 0;
        for (int codePoint : line.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int length = character.getBytes(UTF_8).length;
            if (octets + length > OCTETS_MAX) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += length;
        }
        lines.append("\r\n");
        return this;
    }

    /** Left out when there is none. */
    IcsLines text(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : line(name, escaped(value));
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}

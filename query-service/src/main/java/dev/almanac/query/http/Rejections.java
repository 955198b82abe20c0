package dev.almanac.query.http;

import dev.almanac.web.Rejected;
import org.springframework.http.HttpStatus;

/** Why several queries are not answered. */
public final class Rejections {
    private Rejections() {}

    public static Rejected rangeTooWide(long daysMax) {
        return Rejected.because(HttpStatus.BAD_REQUEST, "range-too-wide", "at most " + daysMax + " days");
    }

    public static Rejected tooManyEvents(int max) {
        return Rejected.because(
                HttpStatus.BAD_REQUEST, "too-many-events", "more than " + max + ": ask for a shorter range");
    }

    public static Rejected badCursor() {
        return Rejected.because(HttpStatus.BAD_REQUEST, "bad-cursor", "The cursor is not one that this list gave")
                .field("cursor", "pass nextCursor on unchanged, or leave it out");
    }
}

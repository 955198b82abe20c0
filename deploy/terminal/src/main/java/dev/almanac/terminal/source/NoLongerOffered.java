package dev.almanac.terminal.source;

/** What somebody has chosen has gone meanwhile. */
final class NoLongerOffered extends RuntimeException {
    NoLongerOffered(String message) {
        super(message);
    }
}

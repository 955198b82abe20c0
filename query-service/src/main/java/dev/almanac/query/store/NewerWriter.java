package dev.almanac.query.store;

/** A guard refused a document: another instance has written a newer one. Read again, fold again. */
public final class NewerWriter extends RuntimeException {
    NewerWriter(Throwable cause) {
        super("a newer document is there already", cause);
    }
}

package dev.almanac.query.projecting;

/** A change led to a document that no store can hold. */
final class CannotBeStored extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotBeStored(Throwable cause) {
        super("the view cannot be stored", cause);
    }
}

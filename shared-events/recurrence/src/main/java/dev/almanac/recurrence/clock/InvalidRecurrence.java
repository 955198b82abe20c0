package dev.almanac.recurrence.clock;

/** A recurrence that cannot be understood or computed: the JSON field to blame, and why, in words for its author. */
public final class InvalidRecurrence extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The field where the recurrence as a whole is to blame. */
    public static final String WHOLE = "recurrence";

    private final String field;

    public InvalidRecurrence(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public InvalidRecurrence in(String otherField) {
        return new InvalidRecurrence(otherField, String.valueOf(getMessage()));
    }
}

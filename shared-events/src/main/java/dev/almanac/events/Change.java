package dev.almanac.events;

/** Something that happened and was recorded. Each topic has one sealed interface of changes. */
public interface Change {

    /** The id whose changes stay in order: the key on Kafka and the CloudEvents subject. */
    String subject();

    /**
     * Whether it only follows from other changes. Then it bears the position of its cause, and so may many others; what was
     * recorded in the event store has a position of its own.
     */
    default boolean derived() {
        return false;
    }

    /** The published type name, such as {@code EventRescheduled.v1}. */
    default String type() {
        return typeOf(getClass());
    }

    static String typeOf(Class<?> change) {
        return change.getSimpleName() + ".v1";
    }
}

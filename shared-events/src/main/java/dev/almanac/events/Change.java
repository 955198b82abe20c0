package dev.almanac.events;

/** Something that happened and was recorded. Each topic has one sealed interface of changes. */
public interface Change {

    /** The id whose changes stay in order: the key on Kafka and the CloudEvents subject. */
    String subject();

    /** The published type name, such as {@code EventRescheduled.v1}. */
    default String type() {
        return typeOf(getClass());
    }

    static String typeOf(Class<?> change) {
        return change.getSimpleName() + ".v1";
    }
}

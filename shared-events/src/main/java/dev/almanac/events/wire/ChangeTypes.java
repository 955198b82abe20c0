package dev.almanac.events.wire;

import dev.almanac.events.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published type names and the records they stand for. */
public final class ChangeTypes {
    private static final Map<String, Class<? extends Change>> BY_NAME = Arrays.stream(Topic.values())
            .flatMap(topic -> of(topic).stream())
            .collect(Collectors.toUnmodifiableMap(Change::typeOf, type -> type));

    private ChangeTypes() {}

    public static Optional<Class<? extends Change>> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    static Class<? extends Change> of(Schema schema) {
        return named(schema.type())
                .orElseThrow(() -> new IllegalArgumentException("no change is named " + schema.type()));
    }

    public static Map<String, Class<? extends Change>> all() {
        return BY_NAME;
    }

    /** The records that the topic carries, in the order in which they are declared. */
    public static List<Class<? extends Change>> of(Topic topic) {
        return records(topic.changes()).toList();
    }

    private static Stream<Class<? extends Change>> records(Class<? extends Change> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(type -> type.asSubclass(Change.class))
                .flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
    }
}

package dev.almanac.events.wire;

import dev.almanac.events.Change;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a change that was read says all that its record promises. JSON admits a change without its id, and ids of
 * half a megabyte: whoever takes such a change fails where it is stored, sent or used as a key, and then for ever.
 */
final class WholeChange {
    /** What every store, topic and index of the suite takes as a key. */
    static final int ID_LENGTH_MAX = 200;

    /** The name that somebody else's system has for an event is kept, but is nobody's key. */
    private static final Map<String, Integer> LONGER = Map.of("eventId", 512);

    private static final String OURS = "dev.almanac.events.";

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    /** A component of a record. */
    private record Part(String name, Method accessor, boolean required, boolean isId, boolean leadsOn) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(
                    component.getName(),
                    accessor,
                    !isNullable(component.getAnnotatedType()),
                    component.getName().endsWith("Id") || component.getName().endsWith("Ids"),
                    !component.getType().isPrimitive() && !component.getType().isEnum());
        }

        private static boolean isNullable(AnnotatedElement type) {
            return type.isAnnotationPresent(Nullable.class);
        }
    }

    private WholeChange() {}

    /**
     * The same change, if it is whole.
     *
     * @throws UnreadableChange naming what is missing or too long
     */
    static <C extends Change> C require(C change) {
        whole(change, change.type());
        id("subject", change.subject());
        return change;
    }

    private static void whole(Object said, String where) {
        for (Part part : PARTS.get(said.getClass())) {
            Object value = value(part, said);
            String name = where + "." + part.name();
            if (value == null) {
                refuseIf(part.required(), name, "is missing");
            } else if (part.leadsOn()) {
                look(part, value, name);
            }
        }
    }

    private static void look(Part part, Object value, String name) {
        switch (value) {
            case String text when part.isId() -> id(name, text);
            case Collection<?> several -> several.forEach(each -> element(part, each, name));
            case Map<?, ?> several -> several.values().forEach(each -> element(part, each, name));
            case Record record when isOurs(record) -> whole(record, name);
            default -> {}
        }
    }

    private static void element(Part part, @Nullable Object value, String name) {
        if (value == null) {
            throw new UnreadableChange(name + " names nothing");
        }
        look(part, value, name);
    }

    private static void id(String name, String id) {
        int longest = LONGER.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ID_LENGTH_MAX);
        refuseIf(id.isEmpty(), name, "is empty");
        refuseIf(id.length() > longest, name, "is longer than " + longest + " characters");
        refuseIf(id.indexOf('\0') >= 0, name, "contains the NUL character");
    }

    private static boolean isOurs(Record record) {
        return record.getClass().getName().startsWith(OURS);
    }

    private static @Nullable Object value(Part part, Object record) {
        try {
            return part.accessor().invoke(record);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new UnreadableChange(part.name() + " cannot be read", e);
        }
    }

    private static void refuseIf(boolean isWrong, String name, String reason) {
        if (isWrong) {
            throw new UnreadableChange(name + " " + reason);
        }
    }
}

package dev.almanac.query.view;

import org.jspecify.annotations.Nullable;

/**
 * A document with the guards that make replays harmless.
 *
 * @param offset of the last change applied: guards against an instance that writes late
 * @param position of the last change of the event store applied: guards against what the publisher repeated
 * @param view null once the document is gone; the guards stay, so that nothing old brings it back
 */
public record Stored<V>(
        String id, long offset, long position, @Nullable V view) {

    static <V> Stored<V> nothing(String id) {
        return new Stored<>(id, -1, 0, null);
    }

    boolean admits(Delivered delivered) {
        long storePosition = delivered.storePosition();
        return delivered.offset() > offset && (storePosition == 0 || storePosition > position);
    }

    Stored<V> after(Projection<V> projection, Delivered delivered) {
        V next = projection.apply(view, id, delivered.recorded());
        return new Stored<>(id, delivered.offset(), Math.max(position, delivered.storePosition()), next);
    }
}

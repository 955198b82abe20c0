package dev.almanac.query.view;

import dev.almanac.events.Draft;
import dev.almanac.events.Republication;
import org.jspecify.annotations.Nullable;

/**
 * A document with the guards that make replays harmless.
 *
 * @param offset of the last change applied: guards against an instance that writes late
 * @param position of the last change of the event store applied: guards against what the publisher repeated
 * @param view null once the document is gone; the guards stay, so that nothing old brings it back
 * @param draft null but while the changes of its subject are told once more
 */
public record Stored<V>(
        String id,
        long offset,
        long position,
        @Nullable V view,
        @Nullable Draft<V> draft) {

    public Stored(String id, long offset, long position, @Nullable V view) {
        this(id, offset, position, view, null);
    }

    static <V> Stored<V> nothing(String id) {
        return new Stored<>(id, -1, 0, null);
    }

    boolean admits(Projection<V> projection, Delivered delivered) {
        long storePosition = delivered.storePosition();
        return delivered.offset() > offset
                && (isToldAnew(projection, delivered) || storePosition == 0 || storePosition > position);
    }

    Stored<V> after(Projection<V> projection, Delivered delivered) {
        Republication republication = delivered.recorded().republication();
        return republication != null && isToldAnew(projection, delivered)
                ? anew(projection, delivered, republication)
                : changed(projection, delivered);
    }

    private boolean isToldAnew(Projection<V> projection, Delivered delivered) {
        return delivered.isRepublished() && id.equals(projection.ofSubject(delivered.change()));
    }

    /** What others tell meanwhile is in the draft, too. What the subject itself goes on with means that its draft was given up. */
    private Stored<V> changed(Projection<V> projection, Delivered delivered) {
        V next = projection.apply(view, id, delivered.recorded());
        Draft<V> kept = draft == null || delivered.storePosition() != 0
                ? null
                : draft.with(projection.apply(draft.made(), id, delivered.recorded()));
        return new Stored<>(id, delivered.offset(), Math.max(position, delivered.storePosition()), next, kept);
    }

    private Stored<V> anew(Projection<V> projection, Delivered delivered, Republication republication) {
        Draft<V> before = Draft.before(republication, draft, projection.beforeAnew(view));
        if (before == null) {
            return new Stored<>(id, delivered.offset(), position, view, draft);
        }
        V after = projection.keys(delivered.recorded()).contains(id)
                ? projection.apply(before.made(), id, delivered.recorded())
                : before.made();
        if (!republication.isLast()) {
            return new Stored<>(id, delivered.offset(), position, view, before.next(after));
        }
        // What the subject went on with would be lost, as its guard has passed.
        return position > delivered.storePosition()
                ? new Stored<>(id, delivered.offset(), position, view, null)
                : new Stored<>(id, delivered.offset(), delivered.storePosition(), after, null);
    }
}

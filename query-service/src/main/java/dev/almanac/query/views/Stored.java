package dev.almanac.query.views;

import dev.almanac.events.Change;
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

    <C extends Change> boolean admits(Projection<V, C> projection, Told<C> told) {
        long storePosition = told.storePosition();
        return told.offset() > offset
                && (isToldAnew(projection, told) || storePosition == 0 || storePosition > position);
    }

    <C extends Change> Stored<V> after(Projection<V, C> projection, Told<C> told) {
        Republication republication = told.recorded().republication();
        return republication != null && isToldAnew(projection, told)
                ? anew(projection, told, republication)
                : changed(projection, told);
    }

    private <C extends Change> boolean isToldAnew(Projection<V, C> projection, Told<C> told) {
        return told.isRepublished() && id.equals(projection.ofSubject(told.change()));
    }

    /** What others tell meanwhile is in the draft, too. What the subject itself goes on with means that its draft was given up. */
    private <C extends Change> Stored<V> changed(Projection<V, C> projection, Told<C> told) {
        V next = projection.apply(view, id, told.recorded());
        Draft<V> kept = draft == null || told.storePosition() != 0
                ? null
                : draft.with(projection.apply(draft.made(), id, told.recorded()));
        return new Stored<>(id, told.offset(), Math.max(position, told.storePosition()), next, kept);
    }

    private <C extends Change> Stored<V> anew(Projection<V, C> projection, Told<C> told, Republication republication) {
        Draft<V> before = Draft.before(republication, draft, projection.beforeAnew(view));
        if (before == null) {
            return new Stored<>(id, told.offset(), position, view, draft);
        }
        V after = projection.keys(told.recorded()).contains(id)
                ? projection.apply(before.made(), id, told.recorded())
                : before.made();
        if (!republication.isLast()) {
            return new Stored<>(id, told.offset(), position, view, before.next(after));
        }
        // What the subject went on with would be lost, as its guard has passed.
        return position > told.storePosition()
                ? new Stored<>(id, told.offset(), position, view, null)
                : new Stored<>(id, told.offset(), told.storePosition(), after, null);
    }
}

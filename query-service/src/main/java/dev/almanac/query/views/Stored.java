package dev.almanac.query.views;

import dev.almanac.events.Change;
import dev.almanac.events.Draft;
import dev.almanac.events.Republication;
import org.jspecify.annotations.Nullable;

/**
 * A document with the guards that make replays harmless.
 *
 * @param offset of the last change applied, or its number ({@link Projection#order}): guards against an instance that writes late
 * @param position of the last change of the event store applied: guards against what the publisher repeated
 * @param view null once the document is gone; the guards stay, so that nothing old brings it back
 * @param draft null but while the changes of its subject are republished
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

    <C extends Change> boolean admits(Projection<V, C> projection, ProjectedChange<C> published) {
        long storePosition = published.storePosition();
        return published.offset() > offset
                && (isToldAnew(projection, published) || storePosition == 0 || storePosition > position);
    }

    <C extends Change> Stored<V> after(Projection<V, C> projection, ProjectedChange<C> published) {
        Republication republication = published.recorded().republication();
        return republication != null && isToldAnew(projection, published)
                ? anew(projection, published, republication)
                : changed(projection, published);
    }

    private <C extends Change> boolean isToldAnew(Projection<V, C> projection, ProjectedChange<C> published) {
        return published.isRepublished() && id.equals(projection.ofSubject(published.change()));
    }

    /** What others publish meanwhile is in the draft, too. What the subject itself goes on with means that its draft was given up. */
    private <C extends Change> Stored<V> changed(Projection<V, C> projection, ProjectedChange<C> published) {
        V next = projection.apply(view, id, published.recorded());
        Draft<V> kept = draft == null || published.storePosition() != 0
                ? null
                : draft.with(projection.apply(draft.made(), id, published.recorded()));
        return new Stored<>(id, published.offset(), Math.max(position, published.storePosition()), next, kept);
    }

    private <C extends Change> Stored<V> anew(
            Projection<V, C> projection, ProjectedChange<C> published, Republication republication) {
        Draft<V> before = Draft.before(republication, draft, projection.beforeAnew(view));
        if (before == null) {
            return new Stored<>(id, published.offset(), position, view, draft);
        }
        V after = projection.keys(published.recorded()).contains(id)
                ? projection.apply(before.made(), id, published.recorded())
                : before.made();
        if (!republication.isLast()) {
            return new Stored<>(id, published.offset(), position, view, before.next(after));
        }
        // What the subject went on with would be lost, as its guard has passed.
        return position > published.storePosition()
                ? new Stored<>(id, published.offset(), position, view, null)
                : new Stored<>(id, published.offset(), published.storePosition(), after, null);
    }
}

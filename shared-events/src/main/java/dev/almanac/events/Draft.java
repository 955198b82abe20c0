package dev.almanac.events;

import org.jspecify.annotations.Nullable;

/**
 * What a reader makes anew of a subject while its changes are republished, beside what it knows, until the last has come.
 *
 * @param republication in which they come
 * @param number of the last one that came
 * @param made of those so far
 */
public record Draft<V>(
        String republication, long number, @Nullable V made) {

    /**
     * The draft that a change goes on with; null where it follows no other: one before it is missing, or it comes again.
     *
     * @param beginning what the first goes on with
     */
    public static <V> @Nullable Draft<V> before(
            Republication republication, @Nullable Draft<V> known, @Nullable V beginning) {
        Draft<V> draft = republication.isFirst() ? new Draft<>(republication.id(), -1, beginning) : known;
        return draft != null && republication.follows(draft.republication, draft.number) ? draft : null;
    }

    public Draft<V> next(@Nullable V after) {
        return new Draft<>(republication, number + 1, after);
    }

    /** What somebody else published in between. */
    public Draft<V> with(@Nullable V after) {
        return new Draft<>(republication, number, after);
    }
}

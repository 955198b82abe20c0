package dev.almanac.query.views;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of one family make of the documents of a view: a pure function, which is handed nothing else.
 *
 * @param <V> the documents
 * @param <C> a sealed family of changes: those of a topic, or some of them
 */
public interface Projection<V, C extends Change> {

    /** The family. */
    Class<C> changes();

    /** The ids of the documents that a change touches. The same id must never come from two partitions. */
    List<String> keys(C change);

    /** For a view that also needs to know which change it was. */
    default List<String> keys(Recorded<C> recorded) {
        return keys(recorded.change());
    }

    /**
     * The document that all changes of a subject make and no others, whichever of them touch it: it is made anew when they are
     * republished. Null where there is none; what is kept change by change only gets those that it lacked.
     */
    default @Nullable String ofSubject(C change) {
        return null;
    }

    /**
     * What that document is made from anew: nothing, unless others than the republished subject have their part in it.
     */
    default @Nullable V beforeAnew(@Nullable V view) {
        return null;
    }

    /**
     * The number by which a change of a document is newer than another one: its offset. Where writers number what they say, it is
     * theirs, so that what comes late or from another partition does no harm.
     */
    default long order(C change, long offset) {
        return offset;
    }

    /** The document after the change; null when there is none (any more). */
    @Nullable
    V apply(@Nullable V view, String key, Recorded<C> recorded);
}

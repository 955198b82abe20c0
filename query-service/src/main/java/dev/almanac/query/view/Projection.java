package dev.almanac.query.view;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One read model as a pure function.
 *
 * @param <V> a record that the MongoDB driver's record codec can write
 */
public interface Projection<V> {

    /** Names the collection; part of the operations API. */
    String name();

    Class<V> viewType();

    /** Where the changes come from that it projects. */
    Set<Topic> topics();

    /** The ids of the documents that a change touches. The same id must never come from two partitions. */
    List<String> keys(Change change);

    /** For a view that also needs to know which change it was. */
    default List<String> keys(Recorded<? extends Change> recorded) {
        return keys(recorded.change());
    }

    /**
     * The document that all changes of a subject make and no others, whichever of them touch it: it is made anew when they are
     * told once more. Null where there is none; what is kept change by change only gets those that it lacked.
     */
    default @Nullable String ofSubject(Change change) {
        return null;
    }

    /**
     * What that document is made from anew: nothing, unless others than those who are told once more have their part in it.
     */
    default @Nullable V beforeAnew(@Nullable V view) {
        return null;
    }

    /** The document after the change; null when there is none (any more). */
    @Nullable
    V apply(@Nullable V view, String key, Recorded<? extends Change> recorded);

    /** Who may see its documents; nobody but managers, unless it says so. */
    default Audience audience() {
        return new Audience.OnlyManagers();
    }

    /** What queries need to find documents without a scan: each index as its ascending fields. */
    List<List<String>> indexes();
}

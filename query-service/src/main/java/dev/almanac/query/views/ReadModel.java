package dev.almanac.query.views;

import dev.almanac.events.wire.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One view: where its documents are, who may see them, and what makes them. Whatever bean is one is kept up to date.
 *
 * @param <V> a record that the MongoDB driver's record codec can write
 */
public interface ReadModel<V> {

    /** Names the collection; part of the operations API. */
    String name();

    /** Raise it when the documents change: the view is then built anew beside the old one, and no other with it. */
    int version();

    Class<V> viewType();

    /** One for each family of changes that it is made of. */
    List<Projection<V, ?>> projections();

    /** Where the changes come from that make it. */
    default Set<Topic> topics() {
        return projections().stream()
                .map(projection -> Topic.of(projection.changes()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who may see its documents; nobody but managers, unless it says so. */
    default Audience audience() {
        return new Audience.OnlyManagers();
    }

    /** Whether a document that says this may have been dropped by then, as nobody needs it any more: its absence says nothing. */
    default boolean mayBeDropped(V view, Instant by) {
        return false;
    }

    /** What queries need to find documents without a scan: each index as its ascending fields. */
    List<List<String>> indexes();
}

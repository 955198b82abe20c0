package dev.almanac.query.view;

import dev.almanac.events.Republication;
import org.jspecify.annotations.Nullable;

/**
 * A document that is made anew beside the one that readers see, until the last change of its subject has come.
 *
 * @param republication in which they come
 * @param number of the last one that came
 */
public record Draft<V>(
        String republication, long number, @Nullable V view) {

    static <V> Draft<V> begun(Republication republication, @Nullable V view) {
        return new Draft<>(republication.id(), -1, view);
    }

    boolean isGoneOnWith(Republication republication) {
        return republication.follows(this.republication, number);
    }

    Draft<V> next(@Nullable V after) {
        return new Draft<>(republication, number + 1, after);
    }

    Draft<V> with(@Nullable V after) {
        return new Draft<>(republication, number, after);
    }
}

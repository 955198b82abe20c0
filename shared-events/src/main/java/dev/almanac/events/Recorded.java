package dev.almanac.events;

import org.jspecify.annotations.Nullable;

/**
 * A change together with its place in history.
 *
 * @param republication null but where it is republished to mend its subject
 */
public record Recorded<C extends Change>(
        C change, ChangeMetadata metadata, @Nullable Republication republication) {

    public static <C extends Change> Recorded<C> of(C change, ChangeMetadata metadata) {
        return new Recorded<>(change, metadata, null);
    }

    public Recorded<C> in(@Nullable Republication whole) {
        return new Recorded<>(change, metadata, whole);
    }
}

package dev.almanac.events;

/** A change together with its place in history. */
public record Recorded<C extends Change>(C change, ChangeMetadata metadata) {

    public static <C extends Change> Recorded<C> of(C change, ChangeMetadata metadata) {
        return new Recorded<>(change, metadata);
    }
}

package dev.almanac.query.views;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import java.util.Optional;

/** A change as it was found on Kafka. */
public record Delivered(String topic, int partition, long offset, Recorded<? extends Change> recorded) {

    public Change change() {
        return recorded.change();
    }

    /** Told once more to mend what readers keep of its subject: whoever tells what happens passes over it. */
    public boolean isRepublished() {
        return recorded.republication() != null;
    }

    /** The same for those who take only a family of changes; empty if it is none of them. */
    <C extends Change> Optional<Told<C>> of(Class<C> family) {
        return family.isInstance(change())
                ? Optional.of(new Told<>(
                        offset, new Recorded<>(family.cast(change()), recorded.metadata(), recorded.republication())))
                : Optional.empty();
    }
}

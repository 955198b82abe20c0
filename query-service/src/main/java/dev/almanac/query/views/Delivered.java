package dev.almanac.query.views;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import java.util.Optional;

/** A change as it was found on Kafka. */
public record Delivered(String topic, int partition, long offset, Recorded<? extends Change> recorded) {

    public Change change() {
        return recorded.change();
    }

    /** Republished to mend what readers keep of its subject: the live stream passes over it. */
    public boolean isRepublished() {
        return recorded.republication() != null;
    }

    /** The same for those who take only a family of changes; empty if it is none of them. */
    <C extends Change> Optional<ProjectedChange<C>> of(Class<C> family) {
        return family.isInstance(change())
                ? Optional.of(new ProjectedChange<>(
                        offset, new Recorded<>(family.cast(change()), recorded.metadata(), recorded.republication())))
                : Optional.empty();
    }
}

package dev.almanac.query.conflicts;

import static dev.almanac.testing.Examples.cleared;
import static dev.almanac.testing.Examples.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictProjectionTest {
    private static final ConflictChange DETECTED = conflict("conflict", "one", "other", ConflictLevel.MODERATE);
    private static final ConflictChange CLEARED = cleared("conflict", "one", "other");

    private final ConflictProjection projection = new ConflictProjection();

    @Test
    void a_detection_that_is_repeated_behind_its_end_does_not_open_the_conflict_again() {
        ConflictView over = after(after(null, DETECTED, 0), CLEARED, 1);

        assertThat(after(over, DETECTED, 0)).isEqualTo(over);
        assertThat(after(over, CLEARED, 1)).isEqualTo(over);
        assertThat(after(over, DETECTED, 2)).extracting(ConflictView::status).isEqualTo(ConflictStatus.DETECTED);
    }

    private @Nullable ConflictView after(@Nullable ConflictView view, ConflictChange change, long sequence) {
        ChangeMetadata metadata = new ChangeMetadata(
                change + " " + sequence,
                "urn:scheduling:conflict-detector",
                Instant.EPOCH,
                sequence,
                0,
                "ana",
                "request",
                "cause");
        return projection.apply(view, "conflict", Recorded.of(change, metadata));
    }
}

package dev.almanac.command.conflict;

import static dev.almanac.command.Decision.NOW;

import dev.almanac.command.Decision;
import dev.almanac.command.conflict.model.Conflict;
import dev.almanac.command.conflict.model.DetectedConflict;
import dev.almanac.command.conflict.model.HandlingState;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;

/** A conflict that was detected as its third change, and competes still. */
public final class Conflicts {
    public static final long DETECTION = 3;

    private Conflicts() {}

    public static Decision.Given<Conflict> detected() {
        return Decision.given(of(true, new HandlingState.Untouched()));
    }

    /** The two compete no more. */
    public static Decision.Given<Conflict> cleared() {
        return Decision.given(of(false, new HandlingState.Untouched()));
    }

    /** Somebody decided so, and it stays open. */
    public static Decision.Given<Conflict> inHand(ConflictStatus status) {
        return Decision.given(of(true, new HandlingState.InHand(status, DETECTION)));
    }

    /** Somebody closed it so. */
    public static Decision.Given<Conflict> closed(ConflictStatus status) {
        return Decision.given(of(true, new HandlingState.Closed(status, DETECTION)));
    }

    /** Somebody closed it so, and it was detected again since. */
    public static Decision.Given<Conflict> closedBefore(ConflictStatus status) {
        return Decision.given(of(true, new HandlingState.Closed(status, DETECTION - 1)));
    }

    private static Conflict of(boolean open, HandlingState handling) {
        return new Conflict(
                new DetectedConflict("c", DETECTION, DETECTION, DETECTION, open, ConflictLevel.CRITICAL, NOW),
                handling);
    }
}

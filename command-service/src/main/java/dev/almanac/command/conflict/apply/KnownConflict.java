package dev.almanac.command.conflict.apply;

import static dev.almanac.command.store.Appending.refused;

import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.detected.DetectedConflicts.Parties;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.VersionIsStale;
import java.util.Set;

/**
 * A conflict that a suggestion may be about.
 *
 * @param parties ids of the two
 * @param resourceId empty where they compete for a calendar
 */
record KnownConflict(long version, boolean stillOverlapping, Set<String> parties, String resourceId) {
    KnownConflict {
        parties = Set.copyOf(parties);
    }

    static KnownConflict of(Parties parties) {
        return new KnownConflict(parties.version(), parties.competing(), parties.scheduleIds(), parties.resourceId());
    }

    /** The version in the request is that of the conflict: what is changed by it has another. */
    Request checked(String scheduleId, Request request) {
        Long expected = request.expectedVersion();
        if (expected != null && expected != version) {
            throw refused(new VersionIsStale(expected, version));
        }
        if (!stillOverlapping) {
            throw refused(new ActionIsNotAvailable("The two overlap no more"));
        }
        if (!parties.contains(scheduleId)) {
            throw refused(new ActionIsNotAvailable("The suggestion is about neither of the two"));
        }
        return new Request(request.caller(), request.at(), null, request.correlationId(), request.idempotencyKey());
    }
}

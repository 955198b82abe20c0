package dev.almanac.command.conflict.apply;

import static dev.almanac.command.store.Appending.refused;

import dev.almanac.command.access.Request;
import dev.almanac.command.conflict.views.QueryService.QueryServiceDoesNotAnswer;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.rejection.VersionIsStale;
import dev.almanac.events.wire.ChangeJson;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * A conflict as whoever asks may see it.
 *
 * @param parties ids of the two; without those that are hidden
 * @param resourceId empty where they compete for a calendar
 */
record KnownConflict(long version, boolean stillOverlapping, Set<String> parties, String resourceId) {
    KnownConflict {
        parties = Set.copyOf(parties);
    }

    static KnownConflict of(String conflictId, ResponseEntity<byte[]> answer) {
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            throw refused(new SubjectDoesNotExist("Conflict", conflictId));
        }
        byte[] body = answer.getBody();
        if (!answer.getStatusCode().is2xxSuccessful() || body == null) {
            throw new QueryServiceDoesNotAnswer(new IllegalStateException("answers " + answer.getStatusCode()));
        }
        JsonNode json = ChangeJson.mapper().readTree(body);
        return new KnownConflict(
                json.path("version").asLong(),
                json.path("stillOverlapping").asBoolean(),
                Set.of(
                        json.path("scheduledEventId").asString("?"),
                        json.path("conflictingEventId").asString("??")),
                json.path("resourceId").asString(""));
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

package dev.almanac.command.conflict.apply;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.conflict.detected.DetectedConflicts;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.command.store.Appending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Conflicts")
class ApplySuggestionEndpoint {
    private final DetectedConflicts conflicts;
    private final Commands commands;

    ApplySuggestionEndpoint(DetectedConflicts conflicts, Commands commands) {
        this.conflicts = conflicts;
        this.commands = commands;
    }

    /**
     * Does what a suggestion of this conflict says: takes one of {@code suggestedResolutions} as it was read. It is the command that
     * it is, with its rights and refusals, and its answer, by which it can be undone; the conflict ends by it. {@code If-Match} names
     * the version of the conflict.
     */
    @Operation(
            operationId = "applySuggestion",
            summary = "Ends a conflict by what was suggested, as the command that it is")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/schedules/conflicts/{conflictId}/apply")
    Mono<ResponseEntity<WriteAnswer>> apply(
            @PathVariable String conflictId, @RequestBody SuggestionRequest body, Request request) {
        Suggestion suggestion = body.suggestion();
        String scheduleId = ScheduleId.of(suggestion.scheduleId()).seriesId();
        return commands.untilKnown(commands.onVirtualThread(() -> known(conflictId)))
                .map(conflict -> Write.changing(scheduleId, suggestion.of(conflict, request)))
                .flatMap(commands::carryOut);
    }

    private KnownConflict known(String conflictId) {
        return conflicts
                .parties(conflictId)
                .map(KnownConflict::of)
                .orElseThrow(() -> Appending.refused(new SubjectDoesNotExist("Conflict", conflictId)));
    }
}

package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Change requests")
class ConfirmChangeRequestEndpoint {
    private final Commands commands;
    private final Confirmation confirmation;

    ConfirmChangeRequestEndpoint(Commands commands, Confirmation confirmation) {
        this.commands = commands;
        this.confirmation = confirmation;
    }

    /**
     * Applies exactly what was proposed, all of it or nothing, as its author or a manager. If its subject was changed since, 409
     * has a new proposal with an id of its own, and nothing is applied. Confirmed again, it answers as the first time.
     */
    @Operation(operationId = "confirmChangeRequest", summary = "Applies exactly what was proposed")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/ops/calendar/change-request/{changeRequestId}/confirm")
    Mono<ResponseEntity<ConfirmedAnswer>> confirm(@PathVariable String changeRequestId, Request request) {
        return commands.once(request, () -> commands.aside(() -> confirmation.confirm(changeRequestId, request)));
    }
}

package dev.almanac.command.changerequest.propose;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.changerequest.answer.ChangeRequestAnswer;
import dev.almanac.command.changerequest.draft.Drafts;
import dev.almanac.command.changerequest.draft.Drafts.Wish;
import dev.almanac.command.changerequest.interpret.Sentence;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Change requests")
class ProposeChangeEndpoint {
    private static final int ID_LENGTH_MAX = 128;
    private final Commands commands;
    private final Drafts drafts;

    ProposeChangeEndpoint(Commands commands, Drafts drafts) {
        this.commands = commands;
        this.drafts = drafts;
    }

    /**
     * A change in plain English or German.
     *
     * @param timeZone by whose clocks its times are meant
     * @param subjectId of the rule, event or occurrence that it is about, where the sentence need not say so
     */
    record ChangeRequestBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = Sentence.LENGTH_MAX,
                    example = "move the nightly backup to 3am on weekdays")
            @Nullable
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Vienna") @Nullable
            String timeZone,

            @Nullable String subjectId) {

        private Wish wish() {
            Fields fields = new Fields();
            String sentence = fields.text("text", text, Sentence.LENGTH_MAX);
            String zone = fields.zone("timeZone", timeZone);
            String subject = fields.optionalText("subjectId", subjectId, ID_LENGTH_MAX);
            if (text != null && !text.isEmpty() && text.isBlank()) {
                fields.error("text", "must say something");
            }
            return fields.valid(() -> new Wish(sentence, zone, subject));
        }
    }

    /**
     * Reads a sentence and answers what it would change, with the next times before and after. Nothing is applied before
     * {@code POST .../confirm}; what is not understood says why, and proposes nothing.
     */
    @Operation(operationId = "requestChange", summary = "Proposes the change that a sentence asks for; applies nothing")
    @Slice(role = Role.CUSTOMER, rate = "rehearsals")
    @PostMapping("/api/v1/ops/calendar/change-request")
    Mono<ResponseEntity<ChangeRequestAnswer>> propose(@RequestBody ChangeRequestBody body, Request request) {
        Wish wish = body.wish();
        return commands.aside(() -> write(wish, request)).flatMap(commands::carryOut);
    }

    private Write<ChangeRequestAnswer> write(Wish wish, Request request) {
        String id = UUID.randomUUID().toString();
        ChangeRequestChange draft = drafts.draft(id, wish, request);
        return Write.creating(
                "/ops/calendar/change-requests",
                id,
                new ProposeChange(id, draft, request),
                (answer, _) -> ChangeRequestAnswer.of(answer, draft));
    }
}

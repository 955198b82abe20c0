package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.BulkAnswer;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.web.Fields;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Events")
class BulkRescheduleEndpoint {
    private static final int ITEMS_MAX = 1_000;
    private final Commands commands;

    BulkRescheduleEndpoint(Commands commands) {
        this.commands = commands;
    }

    /** All or none, or each by itself. */
    enum Mode {
        ATOMIC,
        EACH
    }

    record MoveRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String scheduleId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String newStartDateTime) {}

    record BulkRescheduleRequest(
            @Nullable List<@Nullable MoveRequest> items,
            @Nullable String reason,
            @Nullable String timeZone,
            @Schema(implementation = Mode.class) @Nullable String mode) {

        private BulkReschedule command(Fields fields, Request request) {
            String zone = zone(fields);
            List<Move> moves = IntStream.range(0, named().size())
                    .mapToObj(i -> move(fields, "items[" + i + "].", named().get(i), zone))
                    .toList();
            String why = fields.optionalText("reason", reason, 256);
            return fields.valid(() -> new BulkReschedule(moves, zone, why, request.noting(fields.notes())));
        }

        private Mode mode(Fields fields) {
            return mode == null ? Mode.ATOMIC : fields.constant("mode", mode, Mode.class);
        }

        private @Nullable String zone(Fields fields) {
            return timeZone == null ? null : fields.zone("timeZone", timeZone);
        }

        private List<@Nullable MoveRequest> named() {
            return items == null ? List.of() : items;
        }

        /** What holds for the list as a whole, whatever becomes of its items. */
        private void check(Fields fields) {
            if (named().isEmpty() || named().size() > ITEMS_MAX) {
                fields.error("items", "must be from 1 to " + ITEMS_MAX);
            }
            Map<String, Integer> first = new HashMap<>();
            for (int i = 0; i < Math.min(named().size(), ITEMS_MAX); i++) {
                MoveRequest item = named().get(i);
                Integer before =
                        item == null || item.scheduleId() == null ? null : first.putIfAbsent(item.scheduleId(), i);
                if (before != null) {
                    fields.error("items[" + i + "].scheduleId", "is named twice: see items[" + before + "]");
                }
            }
            fields.valid(() -> "");
        }

        private static Move move(Fields fields, String path, @Nullable MoveRequest item, @Nullable String zone) {
            MoveRequest named = fields.required(path, item, new MoveRequest("", ""));
            return new Move(
                    ScheduleId.of(fields.text(path + "scheduleId", named.scheduleId(), 128)),
                    fields.instant(path + "newStartDateTime", named.newStartDateTime(), zone));
        }
    }

    /**
     * Moves up to a thousand events, ATOMIC (the default) in one transaction, or EACH by itself. Each item has its answer, in
     * the order in which they were sent.
     */
    @Operation(operationId = "bulkReschedule", summary = "Moves up to so many events, all or each by itself")
    @Slice(role = Role.CUSTOMER, rate = "bulk-reschedule")
    @PostMapping("/api/v1/schedules/bulk-reschedule")
    Mono<ResponseEntity<BulkAnswer>> reschedule(@RequestBody BulkRescheduleRequest body, Request request) {
        Fields fields = new Fields();
        Mode mode = body.mode(fields);
        body.check(fields);
        return switch (mode) {
            case ATOMIC -> {
                BulkReschedule command = body.command(fields, request);
                yield commands.carryOut(Write.changingAll(
                        command.moves().stream().map(move -> move.id().id()).toList(),
                        id -> ScheduleId.of(id).seriesId(),
                        command));
            }
            case EACH -> commands.once(request, () -> each(body, request));
        };
    }

    private Mono<ResponseEntity<BulkAnswer>> each(BulkRescheduleRequest body, Request request) {
        Fields fields = new Fields();
        String zone = body.zone(fields);
        String why = fields.optionalText("reason", body.reason(), 256);
        fields.valid(() -> "");
        return Commands.each(body.named(), item -> attempt(item, zone, why, request));
    }

    /** An item that cannot be read is refused by itself. */
    private Mono<BulkAnswer.Item> attempt(
            @Nullable MoveRequest item, @Nullable String zone, @Nullable String reason, Request request) {
        Fields fields = new Fields();
        Move move = BulkRescheduleRequest.move(fields, "", item, zone);
        try {
            fields.valid(() -> move);
        } catch (InvalidRequest fault) {
            return Mono.just(BulkAnswer.invalid(item == null ? null : item.scheduleId(), fault));
        }
        Request part = request.part(move.toString()).noting(fields.notes());
        return commands.attempt(move.id().id(), move.id().seriesId(), move.alone(zone, reason, part));
    }
}

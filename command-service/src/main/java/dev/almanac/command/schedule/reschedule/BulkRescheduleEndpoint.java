package dev.almanac.command.schedule.reschedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.BulkAnswer;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Fields;
import dev.almanac.command.schedule.model.ScheduleId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
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
            @Nullable String scheduleId, @Nullable String newStartDateTime) {}

    record BulkRescheduleRequest(
            @Nullable List<@Nullable MoveRequest> items,
            @Nullable String reason,
            @Nullable String timeZone,
            @Nullable String mode) {

        private BulkReschedule command(Fields fields, Request request) {
            List<Move> moves = moves(fields);
            String zone = timeZone == null ? null : fields.zone("timeZone", timeZone);
            String why = fields.optionalText("reason", reason, 256);
            return fields.valid(() -> new BulkReschedule(moves, zone, why, request));
        }

        private Mode mode(Fields fields) {
            return mode == null ? Mode.ATOMIC : fields.constant("mode", mode, Mode.class);
        }

        private List<Move> moves(Fields fields) {
            if (items == null || items.isEmpty() || items.size() > ITEMS_MAX) {
                fields.error("items", "must be from 1 to " + ITEMS_MAX);
                return List.of();
            }
            return IntStream.range(0, items.size())
                    .mapToObj(i -> move(fields, "items[" + i + "].", items.get(i)))
                    .toList();
        }

        private static Move move(Fields fields, String path, @Nullable MoveRequest item) {
            MoveRequest named = fields.required(path, item, new MoveRequest("", ""));
            return new Move(
                    ScheduleId.of(fields.text(path + "scheduleId", named.scheduleId(), 128)),
                    fields.instant(path + "newStartDateTime", named.newStartDateTime()));
        }
    }

    /** Moves up to a thousand events, ATOMIC (the default) in one transaction, or EACH by itself with an answer each. */
    @PostMapping("/api/v1/schedules/bulk-reschedule")
    Mono<ResponseEntity<BulkAnswer>> reschedule(@RequestBody BulkRescheduleRequest body, Request request) {
        Commands.allow(request.caller(), Role.CUSTOMER);
        Fields fields = new Fields();
        Mode mode = body.mode(fields);
        BulkReschedule command = body.command(fields, request);
        return switch (mode) {
            case ATOMIC -> commands.changeAll(command.scheduleIds(), command);
            case EACH ->
                commands.once(
                        request,
                        () -> commands.changeEach(
                                command.moves(),
                                move -> move.id().seriesId(),
                                move -> move.alone(
                                        command.timeZone(), command.reason(), request.part(move.toString()))));
        };
    }
}

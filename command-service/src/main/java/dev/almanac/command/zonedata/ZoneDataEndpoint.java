package dev.almanac.command.zonedata;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.ledger.ZoneMoves;
import dev.almanac.command.ledger.ZoneMoves.Outcome;
import dev.almanac.command.ledger.ZoneMoves.Passage;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The report of what releases of zone data moved, for the query-service, which answers it to everybody: it documents it, too. */
@RestController
@Hidden
@RequestMapping("/api/v1/ops/zone-data")
class ZoneDataEndpoint {
    private static final int LIMIT_MAX = 1_000;
    private final ZoneMoves moves;
    private final Commands commands;

    ZoneDataEndpoint(ZoneMoves moves, Commands commands) {
        this.moves = moves;
        this.commands = commands;
    }

    @Slice(role = Role.MANAGER)
    @GetMapping
    Mono<ReportPage<ReleaseReport>> releases(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Request request) {
        Fields fields = new Fields();
        int most = limit(fields, limit);
        long before = cursor == null ? Long.MAX_VALUE : position(fields, cursor);
        return fields.valid(() -> commands.onVirtualThread(() -> ReportPage.of(
                moves.passages(before, most + 1),
                most,
                Passage::passageId,
                passage -> ReleaseReport.of(passage, moves.counts(passage.passageId())))));
    }

    @Slice(role = Role.MANAGER)
    @GetMapping("/{passageId}/moves")
    Mono<ReportPage<MoveReport>> moves(
            @PathVariable String passageId,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Request request) {
        Fields fields = new Fields();
        int most = limit(fields, limit);
        long after = cursor == null ? 0 : position(fields, cursor);
        @Nullable Outcome only = outcome == null ? null : outcome(fields, outcome);
        return fields.valid(() -> commands.onVirtualThread(() -> {
            Passage passage = number(passageId)
                    .flatMap(moves::passage)
                    .orElseThrow(() -> Appending.refused(new SubjectDoesNotExist("Release", passageId)));
            return ReportPage.of(
                    moves.moves(passage.passageId(), only, after, most + 1),
                    most,
                    ZoneMoves.Move::moveId,
                    MoveReport::of);
        }));
    }

    /** As lists of the contract are. */
    record ReportPage<T>(List<T> items, @Nullable String nextCursor) {
        ReportPage {
            items = List.copyOf(items);
        }

        static <V, T> ReportPage<T> of(List<V> oneMore, int limit, ToLongFunction<V> id, Function<V, T> told) {
            List<V> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
            return new ReportPage<>(
                    shown.stream().map(told).toList(),
                    oneMore.size() > limit ? Long.toString(id.applyAsLong(shown.getLast())) : null);
        }
    }

    private static int limit(Fields fields, int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            fields.error("limit", "must be from 1 to " + LIMIT_MAX);
        }
        return limit;
    }

    private static long position(Fields fields, String cursor) {
        return number(cursor).orElseGet(() -> {
            fields.error("cursor", "is not one of ours");
            return 0L;
        });
    }

    private static @Nullable Outcome outcome(Fields fields, String named) {
        Optional<Outcome> known = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(named))
                .findFirst();
        if (known.isEmpty()) {
            fields.error(
                    "outcome",
                    "must be one of "
                            + Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.joining(", ")));
        }
        return known.orElse(null);
    }

    /** Up to eighteen digits. */
    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

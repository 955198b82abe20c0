package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Ranges;
import dev.almanac.query.http.Version;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Conflicts")
@RequestMapping("/api/v1/schedules/conflicts")
class ConflictsEndpoint {
    private final Generations generations;
    private final VisibleViews visible;
    private final HiddenParties secrets;
    private final Suggestions suggestions;

    ConflictsEndpoint(Generations generations, VisibleViews visible, HiddenParties secrets, Suggestions suggestions) {
        this.generations = generations;
        this.visible = visible;
        this.secrets = secrets;
        this.suggestions = suggestions;
    }

    @GetMapping
    @Operation(operationId = "listConflicts", summary = "Conflicts, by the start of the overlap")
    Mono<Page<ConflictItem>> list(
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable String resourceId,
            @RequestParam(required = false) @Nullable ConflictLevel level,
            @RequestParam(required = false) @Nullable ConflictType type,
            @RequestParam(required = false) @Nullable ConflictStatus status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @Parameter(description = "Of local date-times in from and till") @RequestParam(required = false) @Nullable
                    ZoneId timeZone,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Ranges.check(from, till);
        ConflictQuery query = new ConflictQuery(calendarId, resourceId, level, type, status, from, till);
        return ConflictReads.of(visible.active())
                .list(query, Cursor.parse(cursor), Page.checked(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, ConflictsEndpoint::cursor))
                .flatMap(page -> secrets.kept(page.items()).map(page::with));
    }

    @GetMapping("/{conflictId}")
    @Operation(operationId = "getConflict", summary = "One conflict, with both titles, an explanation and ways out")
    Mono<ConflictDetail> one(@PathVariable String conflictId, ServerWebExchange exchange) {
        return ConflictReads.of(visible.active())
                .byId(conflictId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("conflict", conflictId)))
                .doOnNext(conflict -> Version.of(exchange, conflict.version()))
                .flatMap(conflict -> secrets.in(List.of(conflict)).flatMap(secret -> detail(conflict, secret)));
    }

    private Mono<ConflictDetail> detail(ConflictView conflict, Set<String> secret) {
        ConflictItem item = ConflictItem.of(conflict, secret);
        return item.keepsASecret()
                ? Mono.just(ConflictDetail.withoutSecrets(item))
                : detail(conflict, item, generations.active());
    }

    private Mono<ConflictDetail> detail(ConflictView conflict, ConflictItem item, Generation views) {
        Titles titles = new Titles(views);
        return Mono.zip(
                        titles.claimant(conflict.scheduledEventId(), conflict),
                        titles.claimant(conflict.conflictingEventId(), conflict),
                        titles.lane(conflict),
                        suggestions.of(conflict, views))
                .map(known -> ConflictDetail.of(item, known.getT1(), known.getT2(), known.getT3(), known.getT4()));
    }

    private static Cursor cursor(ConflictView last) {
        return new Cursor(last.overlapStart().toString(), last.id());
    }
}

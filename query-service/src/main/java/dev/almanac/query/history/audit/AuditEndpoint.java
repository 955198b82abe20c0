package dev.almanac.query.history.audit;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.history.ChangeQuery;
import dev.almanac.query.history.HistoryProjection;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.history.OnCalendars;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Ranges;
import dev.almanac.query.http.Scan;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "History")
class AuditEndpoint {
    /** Of calendars on which more was booked the changes are looked through by time. */
    private static final int NAMING_MAX = 1_000;
    /** Of so many subjects at once as a page looks at. */
    private static final int STAYS_MAX = 10_000;

    private static final String VERSION = ".v1";
    private static final Set<String> TYPES = new HistoryProjection().types();

    private final VisibleViews visible;

    AuditEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping("/api/v1/audit")
    @Operation(
            operationId = "listAudit",
            summary =
                    "Who did what, when and why, newest first: refusals for want of room, overrides, shares and undo too",
            description =
                    "Admins read all of it; others what concerns calendars that they own or have an ADMIN share of: the"
                            + " calendar itself, its shares and its capacity, the events, the runs of rules and the conflicts on it. A"
                            + " page may be short, or empty, and have a nextCursor all the same: so much was looked through.")
    Mono<Page<AuditItem>> list(
            @Parameter(description = "Who did it: a token's subject, or the service that decided by itself")
                    @RequestParam(required = false)
                    @Nullable
                    String actor,
            @Parameter(
                            description =
                                    "What was done, such as EventRescheduled; OverbookingPreventedBySystem for refusals")
                    @RequestParam(required = false)
                    @Nullable
                    String type,
            @Parameter(description = "The id of an event, calendar, rule, conflict or resource")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @Parameter(description = "Of local date-times in from and till") @RequestParam(required = false) @Nullable
                    ZoneId timeZone,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Ranges.check(from, till);
        ChangeQuery query = new ChangeQuery(
                actor, known(type), subject == null ? null : OccurrenceId.seriesOf(subject), from, till);
        Optional<Cursor> after = Cursor.parse(cursor);
        int shown = Page.checked(limit);
        return visible.audited()
                .flatMap(audited -> audited.within(calendarId)
                        .map(calendars -> page(query, calendars, after, shown))
                        .orElseGet(() -> page(query, Optional.empty(), _ -> true, after, shown)));
    }

    private Mono<Page<AuditItem>> page(ChangeQuery query, Set<String> calendarIds, Optional<Cursor> after, int limit) {
        return calendarIds.isEmpty()
                ? Mono.just(new Page<>(List.of(), null))
                : HistoryReads.of(visible.active())
                        .naming(calendarIds, NAMING_MAX + 1)
                        .collectList()
                        .flatMap(naming -> page(
                                query,
                                among(calendarIds, naming),
                                on -> on.map(calendarIds::contains).orElse(false),
                                after,
                                limit));
    }

    /** Where there are so few, an index finds all of them; otherwise it finds nothing sooner. */
    private static Optional<OnCalendars> among(Set<String> calendarIds, List<PublishedChange> naming) {
        return naming.size() > NAMING_MAX
                ? Optional.empty()
                : Optional.of(new OnCalendars(
                        calendarIds,
                        naming.stream().map(PublishedChange::subject).collect(Collectors.toSet())));
    }

    private Mono<Page<AuditItem>> page(
            ChangeQuery query,
            Optional<OnCalendars> among,
            Predicate<Optional<String>> concerned,
            Optional<Cursor> after,
            int limit) {
        HistoryReads history = HistoryReads.of(visible.active());
        return Scan.made(
                history.newestFirst(query, among, after, Scan.LOOKED_AT_MAX),
                limit,
                last -> new Cursor(last.time().toString(), last.id()),
                some -> whereabouts(history, some).map(known -> one -> item(one, known.of(one), concerned)));
    }

    private static Optional<AuditItem> item(
            PublishedChange change, Optional<String> calendarId, Predicate<Optional<String>> concerned) {
        return concerned.test(calendarId)
                ? Optional.of(AuditItem.of(change, calendarId.orElse(null)))
                : Optional.empty();
    }

    private static Mono<Whereabouts> whereabouts(HistoryReads history, List<PublishedChange> some) {
        Set<String> unsaid = some.stream()
                .filter(change -> change.calendarId() == null)
                .map(PublishedChange::subject)
                .collect(Collectors.toSet());
        return unsaid.isEmpty()
                ? Mono.just(new Whereabouts(List.of()))
                : history.namingTheirs(unsaid, STAYS_MAX).collectList().map(Whereabouts::new);
    }

    private static @Nullable String known(@Nullable String type) {
        if (type == null) {
            return null;
        }
        String published = type.endsWith(VERSION) ? type : type + VERSION;
        if (!TYPES.contains(published)) {
            throw InvalidRequest.of("type", "is no type of change that is kept: " + String.join(", ", TYPES));
        }
        return published;
    }
}

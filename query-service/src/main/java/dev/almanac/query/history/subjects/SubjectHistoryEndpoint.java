package dev.almanac.query.history.subjects;

import dev.almanac.events.Change;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.query.access.Caller;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarProjection;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.changerequests.ChangeRequestProjection;
import dev.almanac.query.changerequests.ChangeRequestReads;
import dev.almanac.query.conflicts.ConflictProjection;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.HiddenParties;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.history.SubjectPast;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.preferences.PreferenceProjection;
import dev.almanac.query.preferences.PreferenceReads;
import dev.almanac.query.resources.ResourceProjection;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import dev.almanac.query.views.Projection;
import dev.almanac.query.webhooks.WebhookProjection;
import dev.almanac.query.webhooks.WebhookReads;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Histories of what is no event. Who may see the subject may see its past. */
@RestController
@Tag(name = "History")
class SubjectHistoryEndpoint {
    private static final int CHANGES_MAX = 10_000;
    private final VisibleViews visible;
    private final HiddenParties secrets;

    SubjectHistoryEndpoint(VisibleViews visible, HiddenParties secrets) {
        this.visible = visible;
        this.secrets = secrets;
    }

    @GetMapping("/api/v1/calendars/{calendarId}/history")
    @Operation(
            operationId = "getCalendarHistory",
            summary =
                    "Every change of a calendar, oldest first: its shares, refusals for want of room and overrides too")
    Mono<Page<ChangeItem>> ofCalendar(
            @PathVariable String calendarId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page("calendar", calendarId, CalendarReads::of, new CalendarProjection(), limit, cursor);
    }

    @GetMapping("/api/v1/schedules/rules/{ruleId}/history")
    @Operation(operationId = "getRuleHistory", summary = "Every change of a recurring rule, oldest first")
    Mono<Page<ChangeItem>> ofRule(
            @PathVariable String ruleId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Mono<Boolean> mayEdit = visible.rights()
                .flatMap(rights -> RuleReads.of(visible.active()).byId(ruleId).map(rights::mayEdit))
                .defaultIfEmpty(false);
        return page("rule", ruleId, RuleReads::of, new RuleProjection(), limit, cursor)
                .zipWith(mayEdit, (page, whole) -> whole ? page : page.map(ChangeItem::withoutSecrets));
    }

    @GetMapping("/api/v1/schedules/conflicts/{conflictId}/history")
    @Operation(operationId = "getConflictHistory", summary = "What was found and decided of a conflict, oldest first")
    Mono<Page<ChangeItem>> ofConflict(
            @PathVariable String conflictId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Mono<Set<String>> hidden = ConflictReads.of(visible.active())
                .byId(conflictId)
                .flatMap(conflict -> secrets.of(conflict))
                .defaultIfEmpty(Set.of());
        return page("conflict", conflictId, ConflictReads::of, new ConflictProjection(), limit, cursor)
                .zipWith(hidden, (page, secret) -> page.map(item -> item.without(secret)));
    }

    @GetMapping("/api/v1/resources/{resourceId}/history")
    @Operation(
            operationId = "getResourceHistory",
            summary = "Every change of a resource, oldest first: when it was out, and who said so")
    Mono<Page<ChangeItem>> ofResource(
            @PathVariable String resourceId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page("resource", resourceId, ResourceReads::of, new ResourceProjection(), limit, cursor);
    }

    @GetMapping("/api/v1/notification-preferences/history")
    @Operation(
            operationId = "getNotificationPreferencesHistory",
            summary = "Every change of what one wants to be told of, oldest first",
            description = "404 for who never said anything.")
    Mono<Page<ChangeItem>> ofPreferences(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return Caller.current()
                .flatMap(caller -> page(
                        "notification preferences",
                        NotificationPreferences.idOf(caller.subject()),
                        PreferenceReads::of,
                        new PreferenceProjection(),
                        limit,
                        cursor));
    }

    @GetMapping("/api/v1/webhooks/{webhookId}/history")
    @Operation(
            operationId = "getWebhookHistory",
            summary = "Every change of a webhook, oldest first, for its owner and for admins")
    Mono<Page<ChangeItem>> ofWebhook(
            @PathVariable String webhookId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page("webhook", webhookId, WebhookReads::of, new WebhookProjection(), limit, cursor);
    }

    @GetMapping("/api/v1/ops/calendar/change-requests/{changeRequestId}/history")
    @Operation(
            operationId = "getChangeRequestHistory",
            summary = "What was proposed of a change request, and what became of it, oldest first")
    Mono<Page<ChangeItem>> ofChangeRequest(
            @PathVariable String changeRequestId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(
                "change request",
                changeRequestId,
                ChangeRequestReads::of,
                new ChangeRequestProjection(),
                limit,
                cursor);
    }

    private <V, C extends Change> Mono<Page<ChangeItem>> page(
            String what,
            String id,
            Function<Generation, Reads<V>> documents,
            Projection<V, C> projection,
            int limit,
            @Nullable String cursor) {
        Generation views = visible.active();
        int shown = Page.checked(limit);
        int after = Cursor.parse(cursor).map(SubjectHistoryEndpoint::place).orElse(0);
        return documents
                .apply(views)
                .byId(id)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing(what, id)))
                .flatMap(_ -> HistoryReads.of(views).asTheyCame(id, CHANGES_MAX).collectList())
                .map(published -> page(SubjectPast.of(projection, id, published), after, shown));
    }

    private static Page<ChangeItem> page(List<ChangeItem> all, int after, int limit) {
        List<ChangeItem> rest = all.subList(Math.min(after, all.size()), all.size());
        return Page.of(rest, limit, last -> new Cursor(Integer.toString(all.indexOf(last) + 1), last.changeId()));
    }

    private static int place(Cursor cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor.key()));
        } catch (NumberFormatException notOurs) {
            throw Rejections.badCursor();
        }
    }
}

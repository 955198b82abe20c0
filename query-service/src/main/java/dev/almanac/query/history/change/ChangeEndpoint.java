package dev.almanac.query.history.change;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarProjection;
import dev.almanac.query.changerequests.ChangeRequestProjection;
import dev.almanac.query.conflicts.ConflictProjection;
import dev.almanac.query.history.ChangeCause;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.ChangeVisibility;
import dev.almanac.query.history.EventPast;
import dev.almanac.query.history.HistoryItem;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.history.SubjectPast;
import dev.almanac.query.preferences.PreferenceProjection;
import dev.almanac.query.resources.ResourceProjection;
import dev.almanac.query.rules.RuleProjection;
import dev.almanac.query.views.Projection;
import dev.almanac.query.webhooks.WebhookProjection;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "History")
class ChangeEndpoint {
    /** A change of a subject that changed more often before is answered without what was before and after. */
    private static final int CHANGES_MAX = 10_000;

    private final VisibleViews visible;
    private final ChangeVisibility visibility;

    ChangeEndpoint(VisibleViews visible, ChangeVisibility visibility) {
        this.visible = visible;
        this.visibility = visibility;
    }

    @GetMapping("/api/v1/changes/{changeId}")
    @Operation(
            operationId = "getChange",
            summary = "One change of an event, calendar, rule, conflict or resource: who, when, why, before and after",
            description =
                    "What follows from others, such as the occurrences of a series, has no id that is kept here. Whoever"
                            + " may not see the subject gets 404.")
    Mono<ChangeDetail> one(@PathVariable String changeId) {
        HistoryReads history = HistoryReads.of(visible.active());
        return history.byId(changeId)
                .filterWhen(published -> {
                    Change change = published.read();
                    return visibility.of(change).map(hearing -> hearing.mayHear(change));
                })
                .flatMap(published -> detail(history, published))
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("change", changeId)));
    }

    private Mono<ChangeDetail> detail(HistoryReads history, PublishedChange published) {
        Change change = published.read();
        return switch (change) {
            case ScheduleChange c -> ofEvent(history, published, c);
            case CalendarChange _ -> ofSubject(history, published, change, new CalendarProjection());
            case RuleChange _ -> ofSubject(history, published, change, new RuleProjection());
            case ConflictChange _ -> ofSubject(history, published, change, new ConflictProjection());
            case ResourceChange _ -> ofSubject(history, published, change, new ResourceProjection());
            case PreferenceChange _ -> ofSubject(history, published, change, new PreferenceProjection());
            case WebhookChange _ -> ofSubject(history, published, change, new WebhookProjection());
            case ChangeRequestChange _ -> ofSubject(history, published, change, new ChangeRequestProjection());
            default -> Mono.just(ChangeDetail.of(published, bare(published, change), null));
        };
    }

    private static Mono<ChangeDetail> ofEvent(HistoryReads history, PublishedChange published, ScheduleChange change) {
        String occurrenceId = ChangeCause.of(change).occurrenceId();
        String id = Objects.requireNonNullElse(occurrenceId, change.scheduleId());
        return history.inSequence(change.scheduleId(), CHANGES_MAX)
                .collectList()
                .map(all -> EventPast.of(id, all).stream()
                        .filter(item -> item.changeId().equals(published.id()))
                        .findFirst())
                .map(told -> ofEvent(published, change, told));
    }

    private static ChangeDetail ofEvent(PublishedChange published, ScheduleChange change, Optional<HistoryItem> told) {
        JsonNode before = json(told.map(HistoryItem::before).orElse(null));
        JsonNode after = json(told.map(HistoryItem::after).orElse(null));
        ChangeItem item = ChangeItem.of(published, ChangeJson.mapper().valueToTree(change), before, after);
        return ChangeDetail.of(published, item, told.orElse(null));
    }

    private <V, C extends Change> Mono<ChangeDetail> ofSubject(
            HistoryReads history, PublishedChange published, Change change, Projection<V, C> projection) {
        return history.asTheyCame(published.subject(), CHANGES_MAX)
                .collectList()
                .map(all -> item(projection, all, published).orElseGet(() -> bare(published, change)))
                .zipWith(
                        visibility.of(change),
                        (item, hearing) -> hearing.isWhole(change) ? item : item.withoutSecrets())
                .map(item -> ChangeDetail.of(published, item, null));
    }

    private static <V, C extends Change> Optional<ChangeItem> item(
            Projection<V, C> projection, List<PublishedChange> all, PublishedChange published) {
        return SubjectPast.of(projection, published.subject(), all).stream()
                .filter(item -> item.changeId().equals(published.id()))
                .findFirst();
    }

    private static ChangeItem bare(PublishedChange published, Change change) {
        return ChangeItem.of(published, ChangeJson.mapper().valueToTree(change), null, null);
    }

    private static @Nullable JsonNode json(@Nullable Object snapshot) {
        return snapshot == null ? null : ChangeJson.mapper().valueToTree(snapshot);
    }
}

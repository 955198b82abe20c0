package dev.almanac.query.conflicts;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictStanding;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.conflicts.v1}. A conflict that is said again keeps its first time and where it stands. */
@Component
public final class ConflictProjection implements ReadModel<ConflictView>, Projection<ConflictView, ConflictChange> {

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public int version() {
        return 9;
    }

    @Override
    public Class<ConflictView> viewType() {
        return ConflictView.class;
    }

    @Override
    public List<Projection<ConflictView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<ConflictChange> changes() {
        return ConflictChange.class;
    }

    @Override
    public List<String> keys(ConflictChange change) {
        return List.of(change.conflictId());
    }

    @Override
    public @Nullable String ofSubject(ConflictChange change) {
        return change.derived() ? null : change.subject();
    }

    /** Decisions are republished, detections are not. Each says to which of those it answers. */
    @Override
    public @Nullable ConflictView beforeAnew(@Nullable ConflictView view) {
        return view;
    }

    @Override
    public @Nullable ConflictView apply(@Nullable ConflictView view, String key, Recorded<ConflictChange> recorded) {
        if (isRepeat(view, recorded)) {
            return view;
        }
        return switch (recorded.change()) {
            case ScheduleConflictDetected c ->
                detected(view, c, recorded.metadata().sequence());
            case ScheduleConflictCleared c ->
                view == null ? null : view.cleared(recorded.metadata().sequence(), ended(c, recorded));
            case ConflictChange.Handling c ->
                view == null
                        ? null
                        : handled(view, c).decidedAt(recorded.metadata().sequence());
        };
    }

    /** Decisions are guarded by their position, detections have none of their own. */
    private static boolean isRepeat(@Nullable ConflictView view, Recorded<ConflictChange> recorded) {
        return view != null
                && recorded.change().derived()
                && recorded.metadata().sequence() <= view.told();
    }

    private static Resolution ended(ScheduleConflictCleared cleared, Recorded<ConflictChange> recorded) {
        return new Resolution(cleared.clearedAt(), recorded.metadata().actor(), cleared.resolutionMethod(), null);
    }

    private static ConflictView detected(@Nullable ConflictView before, ScheduleConflictDetected c, long sequence) {
        ConflictView still = before != null && before.competing() ? before : null;
        ConflictStanding standing = ConflictStanding.detected(before == null ? null : before.standing(), sequence);
        return new ConflictView(
                c.conflictId(),
                claimants(c.scheduledEventId(), c.conflictingEventId()),
                c.scheduledEventId(),
                c.conflictingEventId(),
                c.conflictType(),
                c.conflictLevel(),
                standing.status(),
                true,
                standing.competing(),
                standing.opened(),
                standing.detection(),
                sequence,
                before == null ? -1 : before.decided(),
                c.calendarId(),
                c.resourceId(),
                c.overlapStart(),
                c.overlapEnd(),
                still == null ? c.detectedAt() : still.detectedAt(),
                still == null ? null : still.escalation(),
                null);
    }

    private static ConflictView handled(ConflictView view, ConflictChange.Handling c) {
        ConflictStatus decided = ConflictStanding.decision(c);
        ConflictStanding after = view.standing().after(decided, c.detection());
        boolean heeded = view.standing().heeds(decided, c.detection());
        return view.with(
                after,
                heeded && c instanceof ScheduleConflictEscalated escalated ? escalation(escalated) : view.escalation(),
                after.status().open() ? null : heeded ? resolution(c) : view.resolution());
    }

    private static @Nullable Resolution resolution(ConflictChange.Handling handling) {
        return switch (handling) {
            case ConflictReviewStarted _, ScheduleConflictEscalated _ -> null;
            case ScheduleConflictResolved c ->
                new Resolution(c.resolvedAt(), c.resolvedBy(), c.resolutionMethod(), c.note());
            case ConflictDismissed c -> new Resolution(c.dismissedAt(), c.dismissedBy(), null, c.reason());
        };
    }

    private static Escalation escalation(ScheduleConflictEscalated c) {
        return new Escalation(c.escalatedAt(), c.escalatedTo(), c.escalationReason(), c.escalatedBy());
    }

    private static List<String> claimants(String... ids) {
        return Arrays.stream(ids)
                .flatMap(id -> Stream.of(id, OccurrenceId.seriesOf(id)))
                .distinct()
                .toList();
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsCalendar("view.calendarId", null);
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.claimants", "view.open"),
                List.of("view.open"),
                List.of("view.overlapStart", "_id"),
                List.of("view.calendarId", "view.overlapStart", "_id"),
                List.of("view.resourceId", "view.overlapStart", "_id"));
    }
}

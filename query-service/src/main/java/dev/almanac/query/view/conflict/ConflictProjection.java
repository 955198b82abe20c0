package dev.almanac.query.view.conflict;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds {@code scheduling.conflicts.v1}. A conflict that is said again keeps its first time and where it stands. */
public final class ConflictProjection implements Projection<ConflictView> {

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public Class<ConflictView> viewType() {
        return ConflictView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CONFLICTS);
    }

    @Override
    public List<String> keys(Change change) {
        return change instanceof ConflictChange conflictChange ? List.of(conflictChange.conflictId()) : List.of();
    }

    @Override
    public @Nullable ConflictView apply(@Nullable ConflictView view, String key, Recorded<? extends Change> recorded) {
        return switch ((ConflictChange) recorded.change()) {
            case ScheduleConflictDetected c -> detected(view, c);
            case ScheduleConflictCleared c ->
                view == null
                        ? null
                        : view.cleared(c.clearedAt(), recorded.metadata().actor());
        };
    }

    private static ConflictView detected(@Nullable ConflictView before, ScheduleConflictDetected c) {
        ConflictView open = before != null && before.open() ? before : null;
        return new ConflictView(
                c.conflictId(),
                claimants(c.scheduledEventId(), c.conflictingEventId()),
                c.scheduledEventId(),
                c.conflictingEventId(),
                c.conflictType(),
                c.conflictLevel(),
                open == null ? ConflictStatus.DETECTED : open.status(),
                true,
                c.calendarId(),
                c.resourceId(),
                c.overlapStart(),
                c.overlapEnd(),
                open == null ? c.detectedAt() : open.detectedAt(),
                null,
                null);
    }

    private static List<String> claimants(String... ids) {
        return Arrays.stream(ids)
                .flatMap(id -> Stream.of(id, OccurrenceIds.seriesOf(id)))
                .distinct()
                .toList();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.claimants", "view.open"),
                List.of("view.overlapStart", "_id"),
                List.of("view.calendarId", "view.overlapStart", "_id"),
                List.of("view.resourceId", "view.overlapStart", "_id"));
    }
}

package dev.almanac.query.view.entry;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.lane.Claim;
import dev.almanac.events.lane.SingleEvent;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds single events from {@code scheduling.schedules.v1} and occurrences of series from {@code
 * scheduling.occurrences.v1}. Their ids never meet: an occurrence id contains an {@code @}.
 */
public final class EntryProjection implements Projection<EntryView> {

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public Class<EntryView> viewType() {
        return EntryView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SCHEDULES, Topic.OCCURRENCES);
    }

    @Override
    public List<String> keys(Change change) {
        return switch (change) {
            case OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    ChangeUndone _ -> List.of();
            case ScheduleChange c -> List.of(c.scheduleId());
            case OccurrencesMaterialised c
            when c.kind() == SeriesKind.EVENT ->
                c.occurrences().stream()
                        .map(MaterialisedOccurrence::occurrenceId)
                        .toList();
            case OccurrencesWithdrawn c when c.kind() == SeriesKind.EVENT -> c.occurrenceIds();
            default -> List.of();
        };
    }

    /** Of a single event; occurrences are told by somebody else. */
    @Override
    public @Nullable String ofSubject(Change change) {
        return change instanceof ScheduleChange ? change.subject() : null;
    }

    @Override
    public @Nullable EntryView apply(@Nullable EntryView view, String key, Recorded<? extends Change> recorded) {
        return recorded.change() instanceof ScheduleChange change
                ? single(view, change)
                : occurrence(key, (OccurrenceChange) recorded.change());
    }

    private static @Nullable EntryView single(@Nullable EntryView view, ScheduleChange change) {
        Claim claim = SingleEvent.claim(view == null ? null : view.asClaim(), change);
        return claim == null
                ? null
                : EntryView.of(
                        claim.claimId(), claim.claimId(), claim.calendarId(), claim.slot(), false, claim.resources());
    }

    private static @Nullable EntryView occurrence(String key, OccurrenceChange change) {
        return switch (change) {
            case OccurrencesMaterialised c ->
                c.occurrences().stream()
                        .filter(occurrence -> occurrence.occurrenceId().equals(key))
                        .findFirst()
                        .map(occurrence -> entry(c, occurrence))
                        .orElse(null);
            case OccurrencesWithdrawn _ -> null;
            case OccurrenceDue _,
                    OccurrenceStarted _,
                    OccurrenceSucceeded _,
                    OccurrenceFailed _,
                    OccurrenceMissed _,
                    OccurrencePostponed _,
                    OccurrenceSkipped _ -> throw new IllegalStateException("a run is no booking");
        };
    }

    private static EntryView entry(OccurrencesMaterialised day, MaterialisedOccurrence occurrence) {
        return EntryView.of(
                occurrence.occurrenceId(),
                day.seriesId(),
                day.calendarId(),
                occurrence.slot(),
                occurrence.moved(),
                occurrence.resourcesIn(day.resources()));
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsCalendar("view.calendarId", null);
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.lanes", "view.startDateTime"),
                List.of("view.startDateTime", "_id"),
                List.of("view.calendarId", "view.startDateTime", "_id"));
    }
}

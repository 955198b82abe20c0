package dev.almanac.query.view.schedule;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds {@code scheduling.schedules.v1} into one document for each event or series. */
public final class ScheduleProjection implements Projection<ScheduleView> {

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public Class<ScheduleView> viewType() {
        return ScheduleView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SCHEDULES);
    }

    @Override
    public List<String> keys(Change change) {
        return change instanceof ScheduleChange scheduleChange ? List.of(scheduleChange.scheduleId()) : List.of();
    }

    @Override
    public @Nullable String ofSubject(Change change) {
        return change instanceof ScheduleChange ? change.subject() : null;
    }

    @Override
    public @Nullable ScheduleView apply(@Nullable ScheduleView view, String key, Recorded<? extends Change> recorded) {
        ScheduleView next = recorded.change() instanceof EventScheduledOnCalendar scheduled
                ? first(scheduled, recorded.metadata()).splitInto(view == null ? List.of() : view.splitInto())
                : evolve(view, (ScheduleChange) recorded.change());
        return next == null ? null : next.at(recorded.metadata());
    }

    private static ScheduleView first(EventScheduledOnCalendar change, ChangeMetadata metadata) {
        return new ScheduleView(
                change.scheduleId(),
                metadata.sequence(),
                change.status(),
                change.booking(),
                change.details(),
                List.of(),
                List.of(),
                null,
                metadata.actor(),
                metadata.time(),
                metadata.actor(),
                metadata.time());
    }

    private static @Nullable ScheduleView evolve(@Nullable ScheduleView view, ScheduleChange change) {
        if (view == null) {
            return null;
        }
        ScheduleView split = change instanceof EventUpdated updated && updated.splitInto() != null
                ? view.splitInto(List.of(updated.splitInto()))
                : view;
        return split.after(change);
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsCalendar("view.booking.calendarId", "view.createdBy");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.booking.startDateTime", "_id"),
                List.of("view.booking.calendarId", "view.booking.startDateTime", "_id"),
                List.of("view.details.resources.resourceId", "view.booking.startDateTime", "_id"),
                List.of("view.details.companions.scheduleId"));
    }
}

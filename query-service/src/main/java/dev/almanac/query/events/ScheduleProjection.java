package dev.almanac.query.events;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.schedules.v1} into one document for each event or series. */
@Component
public final class ScheduleProjection implements ReadModel<ScheduleView>, Projection<ScheduleView, ScheduleChange> {

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public int version() {
        return 9;
    }

    @Override
    public Class<ScheduleView> viewType() {
        return ScheduleView.class;
    }

    @Override
    public List<Projection<ScheduleView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<ScheduleChange> changes() {
        return ScheduleChange.class;
    }

    @Override
    public List<String> keys(ScheduleChange change) {
        return List.of(change.scheduleId());
    }

    @Override
    public @Nullable String ofSubject(ScheduleChange change) {
        return change.subject();
    }

    @Override
    public @Nullable ScheduleView apply(@Nullable ScheduleView view, String key, Recorded<ScheduleChange> recorded) {
        ScheduleView next = recorded.change() instanceof EventScheduledOnCalendar scheduled
                ? first(scheduled, recorded.metadata()).splitInto(view == null ? List.of() : view.splitInto())
                : evolve(view, recorded.change());
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

package dev.almanac.query.view.calendar;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds {@code scheduling.calendars.v1}. */
public final class CalendarProjection implements Projection<CalendarView> {

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public Class<CalendarView> viewType() {
        return CalendarView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CALENDARS);
    }

    @Override
    public List<String> keys(Change change) {
        return change instanceof CalendarChange calendarChange ? List.of(calendarChange.calendarId()) : List.of();
    }

    @Override
    public @Nullable String ofSubject(Change change) {
        return change instanceof CalendarChange ? change.subject() : null;
    }

    @Override
    public @Nullable CalendarView apply(@Nullable CalendarView view, String key, Recorded<? extends Change> recorded) {
        CalendarView next = evolve(view, (CalendarChange) recorded.change(), recorded.metadata());
        return next == null ? null : next.at(recorded.metadata());
    }

    private static @Nullable CalendarView evolve(
            @Nullable CalendarView view, CalendarChange change, ChangeMetadata metadata) {
        return switch (change) {
            case CalendarCreated c ->
                new CalendarView(
                        c.calendarId(),
                        metadata.sequence(),
                        c.profile(),
                        true,
                        List.of(),
                        metadata.time(),
                        metadata.time());
            case CalendarUpdated c -> view == null ? null : view.with(c.profile());
            case CalendarShared c -> view == null ? null : view.sharedBy(new Share(c.sharedWith(), c.level()));
            case CalendarUnshared c -> view == null ? null : view.unsharedWith(c.sharedWith());
            case CalendarDeactivated _ -> view == null ? null : view.deactivated();
            case OverbookingWarningTriggered _, OverbookingPreventedBySystem _, OverbookingAllowedByOverride _ -> view;
        };
    }

    @Override
    public Audience audience() {
        return new Audience.HoldersOfTheCalendar();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.profile.name", "_id"), List.of("view.profile.ownerId"), List.of("view.shares.subject"));
    }
}

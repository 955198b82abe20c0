package dev.almanac.query.calendars;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.calendars.v1}. */
@Component
public final class CalendarProjection implements ReadModel<CalendarView>, Projection<CalendarView, CalendarChange> {

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public int version() {
        return 9;
    }

    @Override
    public Class<CalendarView> viewType() {
        return CalendarView.class;
    }

    @Override
    public List<Projection<CalendarView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<CalendarChange> changes() {
        return CalendarChange.class;
    }

    @Override
    public List<String> keys(CalendarChange change) {
        return List.of(change.calendarId());
    }

    @Override
    public @Nullable String ofSubject(CalendarChange change) {
        return change.subject();
    }

    @Override
    public @Nullable CalendarView apply(@Nullable CalendarView view, String key, Recorded<CalendarChange> recorded) {
        CalendarView next = evolve(view, recorded.change(), recorded.metadata());
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
                        List.of(),
                        metadata.time(),
                        metadata.time());
            case CalendarUpdated c -> view == null ? null : view.with(c.profile());
            case CalendarShared c -> view == null ? null : view.sharedBy(new Share(c.sharedWith(), c.level()));
            case CalendarUnshared c -> view == null ? null : view.unsharedWith(c.sharedWith());
            case FeedTokenCreated c -> view == null ? null : view.openedBy(FeedToken.of(c, metadata.time()));
            case FeedTokenRevoked c -> view == null ? null : view.withoutToken(c.feedTokenId());
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
                List.of("view.profile.name", "_id"),
                List.of("view.profile.ownerId"),
                List.of("view.shares.subject"),
                List.of("view.feedTokens.hash"));
    }
}

package dev.almanac.query.titles;

import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Folds what events are called. In the service it would be a component.
 *
 * @param version from the second on titles are written in capitals
 */
record TitleProjection(int version) implements ReadModel<TitleView>, Projection<TitleView, ScheduleChange> {

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public Class<TitleView> viewType() {
        return TitleView.class;
    }

    @Override
    public List<Projection<TitleView, ?>> projections() {
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
    public @Nullable TitleView apply(@Nullable TitleView view, String key, Recorded<ScheduleChange> recorded) {
        return switch (recorded.change()) {
            case EventScheduledOnCalendar c -> of(key, c.details().title());
            case EventUpdated c -> of(key, c.details().title());
            case EventRemovedFromCalendar _ -> null;
            case EventRescheduled _,
                    OccurrenceRescheduled _,
                    OccurrenceCancelled _,
                    ScheduleConfirmed _,
                    OccurrenceConfirmed _,
                    ChangeUndone _ -> view;
        };
    }

    private TitleView of(String id, String title) {
        return new TitleView(id, version == 1 ? title : title.toUpperCase(Locale.ROOT));
    }

    @Override
    public Audience audience() {
        return new Audience.Everybody();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.shown"));
    }
}

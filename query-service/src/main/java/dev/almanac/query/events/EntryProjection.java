package dev.almanac.query.events;

import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Folds single events from {@code scheduling.schedules.v1} and occurrences of series from {@code
 * scheduling.occurrences.v1}. Their ids never meet: an occurrence id contains an {@code @}.
 */
@Component
public final class EntryProjection implements ReadModel<EntryView> {

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<EntryView> viewType() {
        return EntryView.class;
    }

    @Override
    public List<Projection<EntryView, ?>> projections() {
        return List.of(new SingleEvents(), new Occurrences());
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

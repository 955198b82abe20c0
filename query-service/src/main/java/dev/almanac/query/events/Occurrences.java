package dev.almanac.query.events;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange.DayChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.query.views.Projection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the occurrences of series of events take place; those of rules are runs. */
final class Occurrences implements Projection<EntryView, DayChange> {

    @Override
    public Class<DayChange> changes() {
        return DayChange.class;
    }

    @Override
    public List<String> keys(DayChange change) {
        return change.kind() == SeriesKind.EVENT ? ids(change).toList() : List.of();
    }

    private static Stream<String> ids(DayChange change) {
        return switch (change) {
            case OccurrencesMaterialised c -> c.occurrences().stream().map(MaterialisedOccurrence::occurrenceId);
            case OccurrencesWithdrawn c -> c.occurrenceIds().stream();
        };
    }

    @Override
    public @Nullable EntryView apply(@Nullable EntryView view, String key, Recorded<DayChange> recorded) {
        return switch (recorded.change()) {
            case OccurrencesMaterialised c ->
                c.occurrences().stream()
                        .filter(occurrence -> occurrence.occurrenceId().equals(key))
                        .findFirst()
                        .map(occurrence -> entry(c, occurrence))
                        .orElse(null);
            case OccurrencesWithdrawn _ -> null;
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
}

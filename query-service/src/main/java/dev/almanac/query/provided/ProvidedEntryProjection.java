package dev.almanac.query.provided;

import dev.almanac.events.Recorded;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds {@code scheduling.feed.v1}. Providers use clients that hash keys as they like, and send again what they are not sure of: only
 * the sequence of an entry says what is newer, whichever partition it comes from.
 */
@Component
public final class ProvidedEntryProjection implements ReadModel<ProvidedEntry>, Projection<ProvidedEntry, FeedChange> {

    @Override
    public String name() {
        return "provided";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ProvidedEntry> viewType() {
        return ProvidedEntry.class;
    }

    @Override
    public List<Projection<ProvidedEntry, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<FeedChange> changes() {
        return FeedChange.class;
    }

    @Override
    public List<String> keys(FeedChange change) {
        return List.of(change.subject());
    }

    @Override
    public long order(FeedChange change, long offset) {
        return change.sequence();
    }

    @Override
    public @Nullable ProvidedEntry apply(@Nullable ProvidedEntry view, String key, Recorded<FeedChange> recorded) {
        return switch (recorded.change()) {
            case CalendarEntryPublished published -> ProvidedEntry.of(published);
            case CalendarEntryWithdrawn _ -> view == null ? null : view.withdrawn();
        };
    }

    @Override
    public Audience audience() {
        return new Audience.ItsPeopleAndReadersOfItsCalendar("view.siteId", "view.people");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.lanes", "view.entry.startDateTime"));
    }
}

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

/** Folds {@code scheduling.feed.v1} into what is attached to each entry. */
@Component
public final class AttachedProjection implements ReadModel<Attached>, Projection<Attached, FeedChange> {

    @Override
    public String name() {
        return "attached";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Attached> viewType() {
        return Attached.class;
    }

    @Override
    public List<Projection<Attached, ?>> projections() {
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
    public @Nullable Attached apply(@Nullable Attached view, String key, Recorded<FeedChange> recorded) {
        return switch (recorded.change()) {
            case CalendarEntryPublished published -> Attached.of(published);
            case CalendarEntryWithdrawn _ -> null;
        };
    }

    @Override
    public Audience audience() {
        return new Audience.ItsPeopleAndReadersOfItsCalendar("view.siteId", "view.people");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }
}

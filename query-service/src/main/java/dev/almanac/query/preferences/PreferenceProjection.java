package dev.almanac.query.preferences;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.subscription.SubscriptionChange.NotificationPreferencesSet;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds what {@code scheduling.subscriptions.v1} says of preferences. */
@Component
public final class PreferenceProjection
        implements ReadModel<PreferenceView>, Projection<PreferenceView, PreferenceChange> {
    @Override
    public String name() {
        return "preferences";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<PreferenceView> viewType() {
        return PreferenceView.class;
    }

    @Override
    public List<Projection<PreferenceView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<PreferenceChange> changes() {
        return PreferenceChange.class;
    }

    @Override
    public List<String> keys(PreferenceChange change) {
        return List.of(change.preferenceId());
    }

    @Override
    public @Nullable String ofSubject(PreferenceChange change) {
        return change.subject();
    }

    @Override
    public PreferenceView apply(@Nullable PreferenceView view, String key, Recorded<PreferenceChange> recorded) {
        ChangeMetadata metadata = recorded.metadata();
        return switch (recorded.change()) {
            case NotificationPreferencesSet set ->
                new PreferenceView(key, metadata.sequence(), set.userId(), set.preferences(), metadata.time());
        };
    }

    @Override
    public Audience audience() {
        return new Audience.OnlyItsOwner("view.userId");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }
}

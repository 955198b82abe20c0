package dev.almanac.query.preferences;

import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import reactor.core.publisher.Mono;

/** What is asked of the view. */
public final class PreferenceReads extends Reads<PreferenceView> {
    private PreferenceReads(Generation views) {
        super(views, PreferenceView.class);
    }

    public static PreferenceReads of(Generation views) {
        return new PreferenceReads(views);
    }

    /** What a user said; empty for who never said anything. */
    public Mono<PreferenceView> ofUser(String userId) {
        return byId(NotificationPreferences.idOf(userId));
    }

    /** What holds for a user: the defaults for who never said anything. */
    public Mono<NotificationPreferences> inForce(String userId) {
        return ofUser(userId).map(PreferenceView::preferences).defaultIfEmpty(NotificationPreferences.DEFAULTS);
    }
}

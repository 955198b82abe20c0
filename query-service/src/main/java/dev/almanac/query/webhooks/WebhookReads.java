package dev.almanac.query.webhooks;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import reactor.core.publisher.Flux;

/** What is asked of the view. */
public final class WebhookReads extends Reads<WebhookView> {
    private WebhookReads(Generation views) {
        super(views, WebhookView.class);
    }

    public static WebhookReads of(Generation views) {
        return new WebhookReads(views);
    }

    /** By id, those behind that one. */
    public Flux<WebhookView> behind(String id, int most) {
        return find(gt("_id", id), ascending("_id"), most);
    }
}

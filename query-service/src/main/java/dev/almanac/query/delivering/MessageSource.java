package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.views.Delivered;
import java.util.List;
import reactor.core.publisher.Flux;

/** What changes give to send. Made again of the same changes, messages have the same ids. */
public interface MessageSource {
    Flux<Message> of(List<Delivered> batch);
}

package dev.almanac.query.delivering.mail;

import dev.almanac.events.notification.Channel;
import dev.almanac.query.delivering.MessageSource;
import dev.almanac.query.delivering.Told;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.views.Delivered;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class MailMessages implements MessageSource {
    private final MailServer server;

    MailMessages(MailServer server) {
        this.server = server;
    }

    @Override
    public Flux<Message> of(List<Delivered> batch) {
        return server.isThere()
                ? Flux.fromIterable(batch)
                        .flatMapIterable(delivered -> Told.message(delivered, Channel.MAIL, MailCarrier.KIND).stream()
                                .toList())
                : Flux.empty();
    }
}

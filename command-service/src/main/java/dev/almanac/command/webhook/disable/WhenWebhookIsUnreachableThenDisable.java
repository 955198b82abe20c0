package dev.almanac.command.webhook.disable;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.listening.Batches;
import dev.almanac.command.listening.Groups;
import dev.almanac.command.listening.ListenerConfiguration;
import dev.almanac.events.Recorded;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.notification.NotificationChange.WebhookUnreachable;
import dev.almanac.events.subscription.WebhookDisabledReason;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What has taken nothing for a day, or says that it is gone, is disabled: whoever sends notices, and it is decided here. */
@Component
class WhenWebhookIsUnreachableThenDisable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenWebhookIsUnreachableThenDisable.class);
    private static final Caller ITSELF = new Caller("command-service", Set.of(Role.ADMIN));
    private final ChangeSerde<NotificationChange> serde = new ChangeSerde<>(NotificationChange.class);
    private final Batches batches;
    private final Commands commands;
    private final Clock clock;

    WhenWebhookIsUnreachableThenDisable(Batches batches, Commands commands, Clock clock) {
        this.batches = batches;
        this.commands = commands;
        this.clock = clock;
    }

    @KafkaListener(
            id = "unreachable-webhooks",
            groupId = Groups.WEBHOOKS,
            topics = Topic.NOTIFICATIONS_V1,
            containerFactory = ListenerConfiguration.FACTORY)
    void take(List<ConsumerRecord<String, byte[]>> messages) {
        batches.takeEach(messages, serde, this::take);
    }

    private void take(Recorded<NotificationChange> recorded) {
        if (recorded.change() instanceof WebhookUnreachable unreachable) {
            disable(unreachable, recorded.metadata().id());
        }
    }

    /** Heard again, it is disabled already. */
    private void disable(WebhookUnreachable unreachable, String cause) {
        WebhookDisabledReason reason = unreachable.gone() ? WebhookDisabledReason.GONE : WebhookDisabledReason.FAILING;
        try {
            commands.sendAndWait(new DisableWebhook(
                    unreachable.webhookId(), reason, new Request(ITSELF, clock.instant(), null, cause)));
        } catch (CommandExecutionException | AggregateNotFoundException refused) {
            LOG.debug("{} is not disabled: {}", unreachable.webhookId(), refused.getMessage());
        }
    }
}

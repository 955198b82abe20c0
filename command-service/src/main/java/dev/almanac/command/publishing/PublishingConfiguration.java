package dev.almanac.command.publishing;

import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/** One reader of the event store, whatever the number of instances: whoever holds the token publishes. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    private static final int BATCH_SIZE = 500;
    private static final long CLAIM_TIMEOUT_MILLIS = 5_000;

    @Bean
    ConfigurerModule publishing() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        ChangePublisher.NAME,
                        Configuration::eventStore,
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH_SIZE)
                                .tokenClaimInterval(CLAIM_TIMEOUT_MILLIS)
                                .initialToken(StreamableMessageSource::createTailToken));
    }
}

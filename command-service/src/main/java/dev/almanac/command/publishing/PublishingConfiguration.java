package dev.almanac.command.publishing;

import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/**
 * One reader of the event store, whatever the number of instances: whoever holds the token publishes. A tracking processor
 * wakes up when this instance has appended; the pooled one looks at an embedded event store twice a second only.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    private static final int BATCH_SIZE = 500;
    private static final long CLAIM_TIMEOUT_MILLIS = 5_000;

    @Bean
    ConfigurerModule publishing() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerTrackingEventProcessor(ChangePublisher.NAME, Configuration::eventStore, _ -> oneReader());
    }

    private static TrackingEventProcessorConfiguration oneReader() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andThreadFactory(name -> Thread.ofVirtual().name(name + "-", 0).factory())
                .andBatchSize(BATCH_SIZE)
                .andTokenClaimInterval(CLAIM_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
    }
}

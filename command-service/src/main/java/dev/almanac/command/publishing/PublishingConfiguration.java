package dev.almanac.command.publishing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
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
    private static final long REST_MAX_MILLIS = 2_000;
    private static final long CLAIM_TIMEOUT_MILLIS = 5_000;

    @Bean
    ConfigurerModule publishing() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerEventProcessor(ChangePublisher.NAME, PublishingConfiguration::publisher);
    }

    private static EventProcessor publisher(String name, Configuration configuration, EventHandlerInvoker handlers) {
        EventProcessingConfiguration processing = configuration.eventProcessingConfiguration();
        return new PromptProcessor(TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(TrackingEventProcessor.class, name))
                .messageSource(configuration.eventStore())
                .tokenStore(processing.tokenStore(name))
                .transactionManager(processing.transactionManager(name))
                .trackingEventProcessorConfiguration(oneReader()));
    }

    /** After a failure Axon waits twice as long each time, for a minute in the end: so long nobody would hear of anything. */
    private static final class PromptProcessor extends TrackingEventProcessor {
        PromptProcessor(Builder builder) {
            super(builder);
        }

        @Override
        protected void doSleepFor(long millis) {
            super.doSleepFor(Math.min(millis, REST_MAX_MILLIS));
        }

        @Override
        protected void doSleepFor(long millis, AtomicBoolean goesOn) {
            super.doSleepFor(Math.min(millis, REST_MAX_MILLIS), goesOn);
        }
    }

    private static TrackingEventProcessorConfiguration oneReader() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andThreadFactory(name -> Thread.ofVirtual().name(name + "-", 0).factory())
                .andBatchSize(BATCH_SIZE)
                .andTokenClaimInterval(CLAIM_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
    }
}

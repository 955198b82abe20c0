package dev.almanac.query.projecting;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.position.Applied;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.stereotype.Component;

/** Wires a projector to Kafka: one consumer group for each generation, shared by all instances. */
@Component
class ProjectorContainers {
    private static final long IDLE_MILLIS = 100;
    private final Consumers consumers;
    private final ProjectorProperties properties;
    private final Generations generations;
    private final Applied applied;
    private final DeadLetters deadLetters;
    private final Stuck stuck;
    private final MeterRegistry meters;

    ProjectorContainers(
            Consumers consumers,
            ProjectorProperties properties,
            Generations generations,
            Applied applied,
            DeadLetters deadLetters,
            Stuck stuck,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.properties = properties;
        this.generations = generations;
        this.applied = applied;
        this.deadLetters = deadLetters;
        this.stuck = stuck;
        this.meters = meters;
    }

    ConcurrentMessageListenerContainer<String, Recorded<Change>> container(Generation generation) {
        ProjectorListener listener = new ProjectorListener(
                new Projector(generation), applied, deadLetters, stuck, new Gaps(meters), generations.beginRebuild());
        var container = new ConcurrentMessageListenerContainer<>(factory(), wiring(generation, listener));
        container.setConcurrency(properties.concurrency());
        container.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
        container.setBeanName("projector-g" + generation.number());
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                listener.idle(idle.getConsumer());
            }
        });
        return container;
    }

    private ContainerProperties wiring(Generation generation, ProjectorListener listener) {
        ContainerProperties wiring = new ContainerProperties(
                generation.topics().stream().map(Topic::topicName).toArray(String[]::new));
        wiring.setGroupId(properties.group() + "-g" + generation.number());
        wiring.setMessageListener(listener);
        wiring.setConsumerRebalanceListener(listener);
        wiring.setAckMode(AckMode.MANUAL);
        wiring.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        wiring.setPollTimeout(IDLE_MILLIS);
        wiring.setIdleEventInterval(IDLE_MILLIS);
        wiring.setIdleBeforeDataMultiplier(1);
        return wiring;
    }

    private DefaultKafkaConsumerFactory<String, Recorded<Change>> factory() {
        return new DefaultKafkaConsumerFactory<>(
                consumers.configuration(), StringDeserializer::new, Consumers::changes);
    }
}

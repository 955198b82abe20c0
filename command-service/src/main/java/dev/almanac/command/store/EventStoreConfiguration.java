package dev.almanac.command.store;

import dev.almanac.command.idempotency.Answers;
import dev.almanac.command.ledger.LaneLock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/**
 * Axon on PostgreSQL, bean by bean: Axon 4.13's own JDBC auto-configuration looks for classes that Spring Boot 4
 * renamed, and silently stays away.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    /** A transaction lives shorter than this, so that a gap in the positions that is older will never be filled. */
    private static final int GAP_TIMEOUT_MILLIS = 20_000;

    private static final ClassLoader CLASSES = EventStoreConfiguration.class.getClassLoader();

    private static final EventSchema EVENTS = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .setOwnerColumn("owner")
            .build();

    /**
     * An id names one subject of one kind: of another kind there is nothing. Axon asks for this by an attribute of
     * {@code @Aggregate}, which 4.13.0 reads and forgets.
     */
    @Bean
    static BeanPostProcessor aggregatesOfTheirOwnKind() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setFilterEventsByType(true);
                }
                return bean;
            }
        };
    }

    @Bean
    @Primary
    Serializer serializer() {
        return new ChangeSerializer(CLASSES);
    }

    /**
     * Spring alone ends transactions. Axon's wrapper for units of work would roll the whole one back where a refused command
     * is only a part of it.
     */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(
            PlatformTransactionManager transactions, ConnectionProvider connections, DataSource dataSource) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            ChangeMeters meters,
            @Value("${almanac.publishing.change-max}") DataSize changeMax) {
        return new PositionedStorageEngine(
                Math.toIntExact(changeMax.toBytes()),
                meters,
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .upcasterChain(new EventUpcasterChain(new ChangeUpcaster()))
                        .snapshotSerializer(new SnapshotSerializer(CLASSES))
                        .snapshotFilter(SnapshotSerializer.OF_THIS_SHAPE)
                        .persistenceExceptionResolver(PositionedStorageEngine::isTaken)
                        .schema(EVENTS)
                        .gapTimeout(GAP_TIMEOUT_MILLIS));
    }

    @Bean(name = "eventBus")
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return new FollowedEventStore(engine);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TOKENS)
                .build();
    }

    /** Every change carries who asked for it, which request that was, and its trace. */
    @Bean
    CorrelationDataProvider requestProvider() {
        return new SimpleCorrelationDataProvider(MetaDataKeys.ACTOR, MetaDataKeys.REQUEST, MetaDataKeys.TRACE);
    }

    @Bean
    CorrelationDataProvider messageOriginProvider() {
        return new MessageOriginProvider();
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            Configuration axon,
            LaneLock laneLock,
            Answers answers,
            JdbcTemplate jdbc) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerHandlerInterceptor(new TransactionInterceptor(jdbc));
        bus.registerHandlerInterceptor(new IdempotencyInterceptor(answers));
        bus.registerHandlerInterceptor(laneLock);
        return bus;
    }
}

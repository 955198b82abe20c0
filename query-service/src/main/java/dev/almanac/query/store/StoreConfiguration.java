package dev.almanac.query.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client. Whoever wants to hear what it sends is a bean. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(
            MongoProperties properties,
            SslBundles bundles,
            ObjectProvider<CommandListener> listeners,
            Interruptions interruptions) {
        long millis = properties.timeout().toMillis();
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(properties.uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(interruptions))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(2 * millis, TimeUnit.MILLISECONDS));
        if (!properties.sslBundle().isEmpty()) {
            settings.applyToSslSettings(
                    ssl -> ssl.context(bundles.getBundle(properties.sslBundle()).createSslContext()));
        }
        listeners.forEach(settings::addCommandListener);
        return MongoClients.create(settings.build());
    }

    /** Spring Boot measures only the client that it makes itself: how many commands go to the store, and how long they take. */
    @Bean
    CommandListener commandMeters(MeterRegistry meters) {
        return new MongoMetricsCommandListener(meters);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties properties) {
        String name = Optional.ofNullable(new ConnectionString(properties.uri()).getDatabase())
                .orElse("almanac");
        return client.getDatabase(name);
    }
}

package dev.almanac.query.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where MongoDB is.
 *
 * @param uri a connection string that names the database
 * @param timeout after which an operation counts as failed
 * @param sslBundle one of {@code spring.ssl.bundle}; where it is empty, whom the JVM trusts is trusted
 */
@ConfigurationProperties("almanac.mongodb")
public record MongoProperties(String uri, Duration timeout, String sslBundle) {}

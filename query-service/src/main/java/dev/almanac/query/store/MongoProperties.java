package dev.almanac.query.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where MongoDB is.
 *
 * @param uri a connection string that names the database
 * @param timeout after which an operation counts as failed
 */
@ConfigurationProperties("almanac.mongodb")
public record MongoProperties(
        @DefaultValue("mongodb://localhost:27017/almanac") String uri,
        @DefaultValue("5s") Duration timeout) {}

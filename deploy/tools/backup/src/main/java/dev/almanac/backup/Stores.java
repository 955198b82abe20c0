package dev.almanac.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Where what is kept lies.
 *
 * @param jdbcUrl of PostgreSQL
 * @param kafka bootstrap servers
 * @param kafkaSettings what else clients need there, such as how to sign in
 */
public record Stores(
        String jdbcUrl, String user, @Nullable String password, String kafka, Map<String, String> kafkaSettings) {

    public Stores {
        kafkaSettings = Map.copyOf(kafkaSettings);
    }

    Connection database() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    Admin kafkaAdmin() {
        return Admin.create(kafkaClient(Map.of()));
    }

    Map<String, Object> kafkaClient(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafkaSettings);
        settings.put("bootstrap.servers", kafka);
        settings.putAll(more);
        return settings;
    }
}

package dev.almanac.issuer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who signs in here, and where.
 *
 * @param folder where the key is kept
 * @param users the role of each; a click signs them in
 * @param origins of pages that ask for tokens
 */
@ConfigurationProperties("almanac.issuer")
record IssuerProperties(Path folder, Map<String, String> users, List<String> origins) {
    IssuerProperties {
        users = Map.copyOf(users);
        origins = List.copyOf(origins);
    }
}

package dev.almanac.web;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsConfiguration.SecretsProperties.class)
class SecretsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecretsConfiguration.class);

    /** @param keys of 32 bytes each, in base64; the first seals, all open */
    @ConfigurationProperties("almanac.secrets")
    record SecretsProperties(List<String> keys) {
        SecretsProperties {
            keys = keys == null ? List.of() : List.copyOf(keys);
        }

        /** Keys are in no log. */
        @Override
        public String toString() {
            return keys.size() + " keys";
        }
    }

    @Bean
    Sealer sealer(SecretsProperties properties) {
        Sealer sealer = Sealer.of(properties.keys());
        if (!sealer.hasKeys()) {
            LOG.warn("almanac.secrets.keys names no key: webhooks and addresses of chats are refused");
        }
        return sealer;
    }
}

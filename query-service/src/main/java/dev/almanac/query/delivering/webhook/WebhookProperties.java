package dev.almanac.query.delivering.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are called.
 *
 * @param atOnce of one receiver: messages of so many subjects at the same time
 */
@ConfigurationProperties("almanac.webhooks")
record WebhookProperties(int atOnce) {
    WebhookProperties {
        if (atOnce < 1) {
            throw new IllegalArgumentException("almanac.webhooks.at-once is at least 1");
        }
    }
}

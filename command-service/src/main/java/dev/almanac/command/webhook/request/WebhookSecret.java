package dev.almanac.command.webhook.request;

import java.security.SecureRandom;
import java.util.Base64;

/** What a webhook's changes are signed with, as Standard Webhooks has it. */
public final class WebhookSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private WebhookSecret() {}

    public static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }
}

package dev.almanac.events.subscription;

/**
 * Where a chat takes messages for somebody. Whoever knows the address may write there.
 *
 * @param sealedUrl as the services can open it, and nobody else
 * @param maskedUrl what its owner is shown of it
 */
public record ChatWebhook(String sealedUrl, String maskedUrl) {
    /** Neither is told where the whole of it is written. */
    @Override
    public String toString() {
        return "ChatWebhook[" + maskedUrl + "]";
    }
}

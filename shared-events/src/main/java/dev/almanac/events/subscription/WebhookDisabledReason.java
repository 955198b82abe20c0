package dev.almanac.events.subscription;

/** Why a webhook is not called any more. */
public enum WebhookDisabledReason {
    /** Its owner, or an admin, said so. */
    BY_OWNER,
    /** It did not answer for too long. */
    FAILING,
    /** It answered that it is gone for good (410). */
    GONE
}

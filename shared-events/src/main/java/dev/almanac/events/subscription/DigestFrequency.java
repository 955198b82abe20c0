package dev.almanac.events.subscription;

/** How often what is not critical is told together; NONE where each is told by itself. */
public enum DigestFrequency {
    NONE,
    HOURLY,
    DAILY
}

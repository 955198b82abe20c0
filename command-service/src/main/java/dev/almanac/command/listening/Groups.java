package dev.almanac.command.listening;

/** In whose names Kafka remembers how far this service has heard. */
public final class Groups {
    public static final String RUNS = "command-service-runs";
    /** It was another until V58, which has to read the topic from its start. */
    public static final String CONFLICTS = "command-service-conflicts";

    public static final String WEBHOOKS = "command-service-webhooks";

    private Groups() {}
}

package dev.almanac.events.wire;

import java.util.Set;

/**
 * Who derives what from which topics. Streams commit how far they have read in the transaction that writes what follows, under
 * the name of their consumer group: whoever has to know whether something was derived already asks Kafka for that.
 *
 * @param group the consumer group, which is the application id of the stream
 * @param from the topics whose changes it derives from
 */
public record Derivation(String group, Set<Topic> from) {
    public static final Derivation OCCURRENCES = new Derivation("rule-expander", Set.of(Topic.SCHEDULES, Topic.RULES));
    public static final Derivation CONFLICTS =
            new Derivation("conflict-detector", Set.of(Topic.SCHEDULES, Topic.CALENDARS, Topic.RESOURCES));

    /** Between the two steps of the conflict-detector: the updates of each lane. */
    public static final String LANES_STEP = "lanes";

    public Derivation {
        from = Set.copyOf(from);
    }

    /** The topic that Kafka Streams makes for a step of that name. */
    public String stepTopic(String step) {
        return group + "-" + step + "-repartition";
    }
}

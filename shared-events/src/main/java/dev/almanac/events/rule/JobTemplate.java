package dev.almanac.events.rule;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a worker is asked to do.
 *
 * @param payload a JSON object that only the worker understands
 * @param priority 1 (highest) to 10 (lowest)
 * @param timeoutSeconds how long a run may take before it counts as failed
 */
public record JobTemplate(String type, @Nullable JsonNode payload, int priority, int timeoutSeconds) {
    public static final int PRIORITY_DEFAULT = 5;
    public static final int PRIORITY_MAX = 10;
    public static final int TIMEOUT_SECONDS_DEFAULT = 3600;
    public static final int TIMEOUT_SECONDS_MAX = 86_400;
}

package dev.almanac.query.orphans;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.schedule.Companion;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A command that would bring a pair into step again.
 *
 * @param method of HTTP
 * @param path on the origin of the API
 * @param body empty for none
 */
public record Repair(String method, String path, Map<String, Object> body) {
    private static final String SCHEDULES = "/api/v1/schedules/";
    private static final String REASON = "in step with its primary again";

    public Repair {
        body = Map.copyOf(body == null ? Map.of() : body);
    }

    static Repair moving(String scheduleId, Instant start) {
        return new Repair(
                "POST",
                SCHEDULES + encoded(scheduleId) + "/reschedule",
                Map.of("newStartDateTime", start.toString(), "reason", REASON));
    }

    static Repair unscheduling(String scheduleId) {
        return new Repair("POST", SCHEDULES + encoded(scheduleId) + "/unschedule", Map.of("reason", REASON));
    }

    static Repair cancelling(String scheduleId) {
        return new Repair("DELETE", SCHEDULES + encoded(scheduleId), Map.of());
    }

    /** The event goes with these alone. */
    static Repair pairing(String scheduleId, List<Companion> companions) {
        return new Repair(
                "PATCH",
                SCHEDULES + encoded(scheduleId),
                Map.of(
                        "companions",
                        companions.stream()
                                .map(companion -> Map.of(
                                        "scheduleId",
                                        companion.scheduleId(),
                                        "offset",
                                        companion.offset().toString()))
                                .toList()));
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8).replace("+", "%20");
    }
}

package dev.almanac.query.delivering.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Where changes are posted to.
 *
 * @param asManager whether its owner sees everything
 * @param types of changes, without their version
 * @param calendarIds on which; empty for all that its owner may see
 * @param secrets that are valid, the newest first
 */
record Receiver(
        String id,
        String ownerId,
        boolean asManager,
        URI url,
        Set<String> types,
        Set<String> calendarIds,
        List<String> secrets) {
    static final String LANE = "webhook";

    Receiver {
        types = Set.copyOf(types);
        calendarIds = Set.copyOf(calendarIds);
        secrets = List.copyOf(secrets);
    }

    String lane() {
        return laneOf(id);
    }

    static String laneOf(String id) {
        return LANE + ":" + id;
    }

    static String idOf(String lane) {
        return lane.substring(LANE.length() + 1);
    }

    /** Secrets are in no log. */
    @Override
    public String toString() {
        return "Receiver[" + id + "]";
    }
}

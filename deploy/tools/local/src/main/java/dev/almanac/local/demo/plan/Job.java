package dev.almanac.local.demo.plan;

import java.util.Map;

/**
 * What every site runs.
 *
 * @param type what workers know it by
 * @param cron with {@code %d} where the minute of the site goes, unless it recurs by {@code every}
 * @param every a duration of ISO 8601, or empty
 */
record Job(String name, String type, String cron, String every) {

    static Job at(String name, String type, String cron) {
        return new Job(name, type, cron, "");
    }

    static Job every(String name, String type, String duration) {
        return new Job(name, type, "", duration);
    }

    Map<String, Object> recurrence(Site site) {
        return every.isEmpty() ? Map.of("cron", cron.formatted(site.minute())) : Map.of("every", every);
    }
}

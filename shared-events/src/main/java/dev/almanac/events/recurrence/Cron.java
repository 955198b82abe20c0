package dev.almanac.events.recurrence;

import java.util.LinkedHashMap;
import java.util.Map;

/** A crontab line's five fields with Vixie cron's meaning, or six or seven where seconds and years are asked for. */
public record Cron(String cron, Fields fields) implements Recurrence {

    /** Which fields the text has. */
    public enum Fields {
        /** Minute, hour, day of month, month, day of week. */
        FIVE,
        /** Second, then the five. */
        SECONDS,
        /** Second, the five, then year. */
        SECONDS_AND_YEAR
    }

    public Cron {
        CronParser.parse(cron, fields);
    }

    public Cron(String cron) {
        this(cron, Fields.FIVE);
    }

    @Override
    public String describe() {
        var rule = CronParser.parse(cron, fields);
        return CronUtilsEnglish.describe(rule).orElseGet(() -> new CronEnglish(rule).describe());
    }

    @Override
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("cron", cron);
        if (fields != Fields.FIVE) {
            json.put("fields", fields.name());
        }
        return json;
    }
}

package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.cron.CronParser;
import dev.almanac.recurrence.cron.CronRule;
import dev.almanac.recurrence.english.CronEnglish;
import dev.almanac.recurrence.english.CronUtilsEnglish;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A crontab line's five fields with Vixie cron's meaning, or six or seven where seconds and years are asked for.
 *
 * @param until the last moment on which it may occur, inclusive; null when it does not end there
 * @param count how often it occurs; null when it is not counted
 */
public record Cron(
        String cron,
        Fields fields,
        @Nullable Moment until,
        @Nullable Integer count) implements Recurrence {

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
        var _ = parsed(cron, fields);
        var _ = new Ending(until, count);
    }

    public Cron(String cron, Fields fields) {
        this(cron, fields, null, null);
    }

    public Cron(String cron) {
        this(cron, Fields.FIVE);
    }

    CronRule parsed() {
        return parsed(cron, fields);
    }

    private static CronRule parsed(String cron, Fields fields) {
        return CronParser.parse(cron, fields != Fields.FIVE, fields == Fields.SECONDS_AND_YEAR);
    }

    Ending ending() {
        return new Ending(until, count);
    }

    @Override
    public String describe() {
        var rule = parsed();
        return CronUtilsEnglish.describe(rule).orElseGet(() -> new CronEnglish(rule).describe()) + ending().describe();
    }

    @Override
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("cron", cron);
        if (fields != Fields.FIVE) {
            json.put("fields", fields.name());
        }
        json.putAll(ending().toJson());
        return json;
    }
}

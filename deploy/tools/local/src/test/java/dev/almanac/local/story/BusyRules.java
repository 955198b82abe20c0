package dev.almanac.local.story;

import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules of every kind that are due every few seconds for some minutes, and seldom at other times of the day. */
final class BusyRules {
    private static final int OF_EACH_KIND = 13;
    private static final int MINUTES = 12;
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Asia/Kolkata");

    private BusyRules() {}

    static Map<String, RuleProfile> from(Instant now) {
        Map<String, RuleProfile> rules = new LinkedHashMap<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            String zone = ZONES.get(i % ZONES.size());
            LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.of(zone)).truncatedTo(ChronoUnit.SECONDS);
            LocalDateTime earlier = local.minusDays(1);
            Instant anchor = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(i);
            rules.put("every-" + i, rule(new Every(Duration.ofSeconds(60 + i), anchor), earlier, zone, 0));
            rules.put("cron-" + i, rule(cron(local, 5 + i), earlier, zone, 0));
            rules.put("rrule-" + i, rule(rrule(local, 7 + i), earlier, zone, i));
            rules.put("pattern-" + i, rule(daily(), local.plusSeconds(10 + 7L * i), zone, 0));
        }
        return rules;
    }

    private static Recurrence cron(LocalDateTime local, int everySeconds) {
        return new Cron("*/%d %s %s * * *".formatted(everySeconds, minutes(local), hours(local)), Cron.Fields.SECONDS);
    }

    private static Recurrence rrule(LocalDateTime local, int everySeconds) {
        String seconds = IntStream.iterate(0, second -> second < 60, second -> second + everySeconds)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return new Rrule(
                "FREQ=DAILY;BYHOUR=%s;BYMINUTE=%s;BYSECOND=%s".formatted(hours(local), minutes(local), seconds));
    }

    private static Recurrence daily() {
        return new Pattern(Pattern.Type.DAILY, 1, List.of(), null, null, null);
    }

    /** Those of the next few, which may lie in the next hour. */
    private static String minutes(LocalDateTime local) {
        return IntStream.range(0, MINUTES)
                .map(minute -> (local.getMinute() + minute) % 60)
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String hours(LocalDateTime local) {
        return IntStream.of(local.getHour(), local.plusHours(1).getHour())
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static RuleProfile rule(Recurrence recurrence, LocalDateTime start, String zone, int jitterSeconds) {
        RuleOptions options = new RuleOptions(
                1,
                jitterSeconds,
                RetryPolicy.NONE,
                CatchUp.ALL,
                OverlapPolicy.ALLOW,
                RuleOptions.DEFAULT.dstGap(),
                RuleOptions.DEFAULT.dstOverlap(),
                RuleOptions.DEFAULT.maxHistory());
        return new RuleProfile(
                "Busy",
                recurrence,
                start,
                zone,
                "night",
                new JobTemplate("backup", null, JobTemplate.PRIORITY_DEFAULT, JobTemplate.TIMEOUT_SECONDS_DEFAULT),
                options,
                new RuleMetadata(null, null, List.of()));
    }
}

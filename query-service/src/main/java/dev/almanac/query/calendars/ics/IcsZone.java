package dev.almanac.query.calendars.ics;

import dev.almanac.events.TimeSlot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VTIMEZONE (RFC 5545 3.6.5) that holds for a span of time: the yearly changes of the clocks by their rules, which some readers
 * need, and what does not go by rules change by change.
 */
final class IcsZone {
    /** Two changes a year for a century. */
    private static final int CHANGES_MAX = 200;

    /** A rule is written when it says for so long what the zone says. */
    private static final int YEARS_COMPARED = 12;

    private IcsZone() {}

    static void write(IcsLines lines, ZoneId zone, TimeSlot span) {
        ZoneRules rules = zone.getRules();
        lines.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        Optional<Instant> yearly = yearlyFrom(rules, span);
        if (yearly.isEmpty() || yearly.get().isAfter(span.start())) {
            ZoneOffset first = rules.getOffset(span.start());
            LocalDateTime from = LocalDateTime.ofInstant(span.start(), first);
            observance(lines, rules.isDaylightSavings(span.start()), from, first, first, null);
        }
        changeByChange(lines, rules, span.start(), yearly.orElse(span.end()));
        yearly.ifPresent(from -> byRules(lines, rules, from));
        lines.line("END", "VTIMEZONE");
    }

    private static void changeByChange(IcsLines lines, ZoneRules rules, Instant from, Instant till) {
        ZoneOffsetTransition change = rules.nextTransition(from);
        for (int i = 0; i < CHANGES_MAX && change != null && change.getInstant().isBefore(till); i++) {
            observance(lines, rules, change, null);
            change = rules.nextTransition(change.getInstant());
        }
    }

    private static void byRules(IcsLines lines, ZoneRules rules, Instant from) {
        int year = LocalDateTime.ofInstant(from, ZoneOffset.UTC).getYear();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            observance(
                    lines, rules, rule.createTransition(year), rrule(rule, year).orElseThrow());
        }
    }

    /**
     * The start of a year from which on the clocks go by rules: the one before the span begins, unless they went otherwise then.
     * Empty where they never do, or by such that cannot be written.
     */
    private static Optional<Instant> yearlyFrom(ZoneRules rules, TimeSlot span) {
        List<ZoneOffsetTransition> single = rules.getTransitions();
        int year = LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC).getYear() - 1;
        if (!single.isEmpty()) {
            year = Math.max(year, single.getLast().getDateTimeAfter().getYear() + 1);
        }
        int first = year;
        boolean isWritable = !rules.getTransitionRules().isEmpty()
                && rules.getTransitionRules().stream()
                        .allMatch(rule -> rrule(rule, first).isPresent());
        Instant from = LocalDate.of(first, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return isWritable && from.isBefore(span.end()) ? Optional.of(from) : Optional.empty();
    }

    /** A yearly rule as RRULE; empty where that would not say the same, as when a time of day in UTC is on another local day. */
    private static Optional<String> rrule(ZoneOffsetTransitionRule rule, int firstYear) {
        DayOfWeek weekday = rule.getDayOfWeek();
        // The last of a month is kept as the first from its seventh last day on.
        int day = rule.getDayOfMonthIndicator() == rule.getMonth().maxLength() - 6 ? -1 : rule.getDayOfMonthIndicator();
        boolean isNth = weekday != null && (day == -1 || (day > 0 && day <= 22 && day % 7 == 1));
        if (!isNth) {
            return Optional.empty();
        }
        int nth = day == -1 ? -1 : day / 7 + 1;
        for (int year = firstYear; year < firstYear + YEARS_COMPARED; year++) {
            LocalDate said =
                    LocalDate.of(year, rule.getMonth(), 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            if (!rule.createTransition(year).getDateTimeBefore().toLocalDate().equals(said)) {
                return Optional.empty();
            }
        }
        return Optional.of("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s"
                .formatted(rule.getMonth().getValue(), nth, weekday.name().substring(0, 2)));
    }

    private static void observance(
            IcsLines lines, ZoneRules rules, ZoneOffsetTransition change, @Nullable String rrule) {
        observance(
                lines,
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                rrule);
    }

    private static void observance(
            IcsLines lines,
            boolean daylight,
            LocalDateTime from,
            ZoneOffset before,
            ZoneOffset after,
            @Nullable String rrule) {
        String name = daylight ? "DAYLIGHT" : "STANDARD";
        lines.line("BEGIN", name).line("DTSTART", IcsTimes.local(from));
        if (rrule != null) {
            lines.line("RRULE", rrule);
        }
        lines.line("TZOFFSETFROM", offset(before))
                .line("TZOFFSETTO", offset(after))
                .line("END", name);
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }
}

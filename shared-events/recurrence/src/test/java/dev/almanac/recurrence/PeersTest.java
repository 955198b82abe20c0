package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.springframework.scheduling.support.CronExpression;

/**
 * Random rules beside other libraries, in UTC and where their semantics are ours. What is not drawn, because they differ:
 *
 * <ul>
 *   <li>Spring: both day fields restricted is AND there and OR in crontab(5); steps in days of the week.
 *   <li>cron-utils: {@code *}{@code /n} with the other day field restricted is OR there, and AND in Vixie's crontab(5);
 *       steps in days of the week.
 *   <li>lib-recur: BYSETPOS and sparse rules (it throws); YEARLY with BYMONTHDAY and no BYMONTH, or with BYWEEKNO and no
 *       BYDAY, which RFC 5545 3.3.10 leaves open (ADR 0103).
 *   <li>biweekly: DAILY with INTERVAL and BYDAY is wrong there by the table in RFC 5545 3.3.10 (BYDAY limits).
 * </ul>
 */
class PeersTest {
    private static final int COMPARED = 12;
    private static final LocalDateTime START = LocalDateTime.parse("2024-01-01T09:00");

    @Property(tries = 1500)
    void fires_as_spring_does(@ForAll("crons") List<String> fields) {
        boolean both = !fields.get(2).startsWith("*") && !fields.get(4).startsWith("*");
        var cron = String.join(" ", both ? withAnyWeekday(fields) : fields);
        var spring = CronExpression.parse("0 " + cron);

        var expected = new ArrayList<LocalDateTime>();
        for (var next = spring.next(START); next != null && expected.size() < COMPARED; next = spring.next(next)) {
            expected.add(next);
        }
        assertThat(found(new Cron(cron), START.plusSeconds(1), expected.size()))
                .as(cron)
                .isEqualTo(expected);
    }

    @Property(tries = 1500)
    void fires_as_cron_utils_does(@ForAll("crons") List<String> fields) {
        boolean step = fields.get(2).startsWith("*/") || fields.get(4).startsWith("*/");
        var cron = String.join(" ", step ? withAnyWeekday(fields) : fields);
        var peer = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));

        var expected = new ArrayList<LocalDateTime>();
        var next = peer.nextExecution(START.atZone(ZoneOffset.UTC));
        while (next.isPresent() && expected.size() < COMPARED) {
            expected.add(next.get().toLocalDateTime());
            next = peer.nextExecution(next.get());
        }
        assertThat(found(new Cron(cron), START.plusSeconds(1), expected.size()))
                .as(cron)
                .isEqualTo(expected);
    }

    @Property(tries = 1000)
    void describes_whatever_fires(@ForAll("crons") List<String> fields) {
        assertThat(new Cron(String.join(" ", fields)).describe()).matches("(At|Every) .+");
    }

    @Property(tries = 1500)
    void occurs_as_with_lib_recur(@ForAll("rules") String rule) throws InvalidRecurrenceRuleException {
        var expected = new ArrayList<LocalDateTime>();
        try {
            var iterator = new RecurrenceRule(rule).iterator(new DateTime(2024, 0, 1, 9, 0, 0));
            while (expected.size() <= COMPARED && iterator.hasNext()) {
                expected.add(LocalDateTime.ofEpochSecond(iterator.nextMillis() / 1000, 0, ZoneOffset.UTC));
            }
        } catch (IllegalArgumentException sparse) {
            assertThat(sparse).hasMessageContaining("too many empty recurrence sets");
        }
        expected.remove(START);
        assertThat(found(new Rrule(rule), START, expected.size() + 1).stream()
                        .filter(time -> !time.equals(START))
                        .limit(expected.size())
                        .toList())
                .as(rule)
                .isEqualTo(expected);
    }

    @Property(tries = 1000)
    void occurs_as_with_biweekly(@ForAll("rules") String rule) {
        if (rule.startsWith("FREQ=DAILY;INTERVAL") && rule.contains("BYDAY")) {
            return;
        }
        var context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        var iterator = new RecurrenceRuleScribe()
                .parseText(rule, null, new ICalParameters(), context)
                .getDateIterator(Date.from(START.toInstant(ZoneOffset.UTC)), TimeZone.getTimeZone("UTC"));
        var expected = new ArrayList<LocalDateTime>();
        while (expected.size() <= COMPARED && iterator.hasNext()) {
            expected.add(LocalDateTime.ofInstant(iterator.next().toInstant(), ZoneOffset.UTC));
        }
        expected.remove(START);
        assertThat(found(new Rrule(rule), START, expected.size() + 1).stream()
                        .filter(time -> !time.equals(START))
                        .limit(expected.size())
                        .toList())
                .as(rule)
                .isEqualTo(expected);
    }

    private static List<String> withAnyWeekday(List<String> fields) {
        return Stream.concat(fields.stream().limit(4), Stream.of("*")).toList();
    }

    private static List<LocalDateTime> found(Recurrence recurrence, LocalDateTime from, int count) {
        return Series.ofRule(recurrence, from, ZoneOffset.UTC).first(count).stream()
                .map(Occurrence::nominal)
                .toList();
    }

    @Provide
    Arbitrary<List<String>> crons() {
        var weekdays = Arbitraries.of("*", "0", "1-5", "MON", "TUE,THU", "6,0", "2-4,6");
        return Combinators.combine(field(0, 59), field(0, 23), field(1, 28), field(1, 12), weekdays)
                .as(List::of);
    }

    private static Arbitrary<String> field(int min, int max) {
        var number = Arbitraries.integers().between(min, max);
        var step = Arbitraries.integers().between(2, 9);
        var range = Combinators.combine(number, number, step)
                .as((a, b, n) -> Math.min(a, b) + "-" + Math.max(a, b) + (a < b ? "/" + n : ""));
        var list = Arbitraries.oneOf(number.map(Object::toString), range)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("*")),
                Tuple.of(1, step.map(n -> "*/" + n)),
                Tuple.of(3, list.map(items -> String.join(",", items))));
    }

    @Provide
    Arbitrary<String> rules() {
        var interval = Arbitraries.integers().between(1, 4).map(n -> n == 1 ? "" : ";INTERVAL=" + n);
        var weekdays = Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4);
        var byDay = weekdays.map(days -> ";BYDAY=" + String.join(",", days))
                .optional()
                .map(text -> text.orElse(""));
        var nth = Combinators.combine(Arbitraries.of(1, 2, 3, 4, -1, -2), weekdays)
                .as((n, days) -> ";BYDAY=" + days.stream().map(day -> n + day).collect(Collectors.joining(",")));
        var months = Arbitraries.integers()
                .between(1, 12)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(PeersTest::byMonth);
        var someMonths = months.optional().map(text -> text.orElse(""));
        var monthDays = Arbitraries.integers()
                .between(1, 28)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(PeersTest::byMonthDay);
        return Arbitraries.oneOf(
                Combinators.combine(interval, byDay).as((n, days) -> "FREQ=DAILY" + n + days),
                Combinators.combine(interval, byDay).as((n, days) -> "FREQ=WEEKLY" + n + ";WKST=MO" + days),
                Combinators.combine(interval, monthDays).as((n, days) -> "FREQ=MONTHLY" + n + days),
                Combinators.combine(interval, nth).as((n, days) -> "FREQ=MONTHLY" + n + days),
                Combinators.combine(interval, months, monthDays).as((n, m, days) -> "FREQ=YEARLY" + n + m + days),
                Combinators.combine(interval, months, nth).as((n, m, days) -> "FREQ=YEARLY" + n + m + days),
                Combinators.combine(interval, someMonths).as((n, m) -> "FREQ=HOURLY" + n + m));
    }

    private static String byMonth(Set<Integer> months) {
        return ";BYMONTH=" + joined(months);
    }

    private static String byMonthDay(Set<Integer> days) {
        return ";BYMONTHDAY=" + joined(days);
    }

    private static String joined(Set<Integer> numbers) {
        return numbers.stream()
                .sorted()
                .map(n -> String.format(Locale.ROOT, "%d", n))
                .collect(Collectors.joining(","));
    }
}

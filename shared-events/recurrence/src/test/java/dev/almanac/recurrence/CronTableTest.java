package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Occurrence;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: src/test/oracle/cron_table.py, which tries every minute and shares no code with the product. */
class CronTableTest {
    static Stream<Table.Row> cases() {
        return Table.rows("cron-cases.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fires_when_the_table_says(Table.Row row) {
        var after = Table.time(row.get(1));
        var series = Series.ofRule(new Cron(row.get(0)), after.minusYears(1), Table.UTC);
        var expected = Table.times(row.get(2));

        var from = after.toInstant(ZoneOffset.UTC).plusSeconds(1);
        var until = after.withDayOfYear(1)
                .plusYears(40)
                .toLocalDate()
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        assertThat(Table.suffixes(series.between(from, until, 5).toList())).isEqualTo(expected);

        var first = series.next(after.toInstant(ZoneOffset.UTC)).map(Occurrence::suffix);
        assertThat(first).isEqualTo(expected.stream().findFirst());
    }
}

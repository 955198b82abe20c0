package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: python-dateutil 2.9.0, by src/test/oracle/rrule_table.py. */
class RruleTableTest {
    static Stream<Table.Row> cases() {
        return Table.rows("rrule-cases.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void occurs_when_the_table_says(Table.Row row) {
        var series = Series.ofRule(new Rrule(row.get(1)), Table.time(row.get(0)), Table.UTC);

        assertThat(Table.suffixes(series.first(8))).isEqualTo(Table.times(row.get(2)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_each_one_from_the_one_before_and_from_the_one_after(Table.Row row) {
        var series = Series.ofRule(new Rrule(row.get(1)), Table.time(row.get(0)), Table.UTC);
        var first = series.first(8);

        for (int i = 1; i < first.size(); i++) {
            assertThat(series.next(first.get(i - 1).instant())).contains(first.get(i));
            assertThat(series.previous(first.get(i).instant())).contains(first.get(i - 1));
        }
    }
}

package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Moment;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 5545 3.8.5.3 in the zone and the order of that section. */
class RfcExamplesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static Stream<Table.Row> cases() {
        return Table.rows("rfc5545-examples.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void occurs_as_the_rfc_says(Table.Row row) {
        var exdate = Table.times(row.get(2)).stream().map(Moment::parse).toList();
        var rule = new Rrule(row.get(1), List.of(), exdate);
        var series = Series.of(rule, Table.time(row.get(0)), NEW_YORK);

        assertThat(Table.suffixes(series.first(12))).isEqualTo(Table.times(row.get(4)));
        assertThat(series.isFinite()).isEqualTo(!row.get(3).equals("*"));
        if (series.isFinite()) {
            assertThat(series.first(1000)).hasSize(Integer.parseInt(row.get(3)));
        }
    }
}

package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.Occurrence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Crons and intervals that end, over the change of the clocks in New York on 8 March 2026. */
class EndingTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-03-06T09:00:00");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
                    {"cron":"0 9 * * *","count":3}                        | 2026-03-06T09:00 2026-03-07T09:00 2026-03-08T09:00
                    {"cron":"0 9 * * 1","count":1}                        | 2026-03-09T09:00
                    {"cron":"0 9 * * *","until":"2026-03-08"}             | 2026-03-06T09:00 2026-03-07T09:00 2026-03-08T09:00
                    {"cron":"0 9 * * *","until":"2026-03-07T09:00"}       | 2026-03-06T09:00 2026-03-07T09:00
                    {"cron":"0 9 * * *","until":"2026-03-08T12:59:59Z"}   | 2026-03-06T09:00 2026-03-07T09:00
                    {"every":"PT24H","count":3}                           | 2026-03-06T09:00 2026-03-07T09:00 2026-03-08T10:00
                    {"every":"PT24H","until":"2026-03-07T14:00:00Z"}      | 2026-03-06T09:00 2026-03-07T09:00
                    """)
    void what_ends_has_its_last_occurrence_and_reads_back_as_it_was_written(String json, String times) {
        Recurrence recurrence = JsonMapper.shared().readValue(json, Recurrence.class);
        Series series = Series.of(recurrence, START, NEW_YORK);

        assertThat(series.isFinite()).isTrue();
        assertThat(series.first(100)).extracting(Occurrence::nominal).containsExactlyElementsOf(local(times));
        assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(recurrence)))
                .isEqualTo(JsonMapper.shared().readTree(json));
        assertThat(recurrence.describe()).containsAnyOf(" times", ", once", ", until ");
    }

    private static List<LocalDateTime> local(String times) {
        return List.of(times.trim().split(" ")).stream()
                .map(LocalDateTime::parse)
                .toList();
    }
}

package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DescriptionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *             | Every minute
            */5 * * * *           | Every 5 minutes
            */7 * * * *           | At minute 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour
            */30 * * * *          | Every 30 minutes
            0 * * * *             | Every hour
            15 * * * *            | Every hour at minute 15
            0 9 * * 1-5           | At 09:00 every day between Monday and Friday
            30 8,17 * * *         | At 08:30 and 17:30
            * 9-17 * * *          | At every minute of hour 9 to 17
            0,30 8-18/2 * * MON   | At minute 0 and 30 of hour 8, 10, 12, 14, 16 and 18 on Monday
            0 0 13 * 5            | At 00:00 on day 13 of the month or Friday
            0 0 */10 * 1          | At 00:00 on day 1, 11, 21 and 31 of the month if that is Monday
            0 0 1 1,7 *           | At 00:00 on day 1 of the month in January and July
            0 9 L * *             | At 09:00 last day of month
            0 9 L-1 * *           | At 09:00 one day before the last day of the month
            0 9 15W,LW * *        | At 09:00 on the weekday nearest to the last day and the weekday nearest to day 15 of the month
            0 9 * * FRI#3         | At 09:00 on the 3rd Friday of the month
            0 9 * * 5L            | At 09:00 last Friday of every month
            @daily                | At 00:00
            0 9 ? * mon-fri       | At 09:00 every day between Monday and Friday
            0 9 1-31 * 5          | At 09:00
            0 9-17 * 3-5 *        | Every hour between 9 and 17 every month between March and May
            30 9-17 * * *         | At minute 30 of hour 9 to 17
            15 */2 * * *          | Every 2 hours at minute 15
            5/10 * * * *          | At minute 5, 15, 25, 35, 45 and 55 of every hour
            0 9 */2 * *           | At 09:00 on day 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29 and 31 of the month
            0 9 * * 6,7           | At 09:00 on Saturday and Sunday
            0 9 15W * *           | At 09:00 the nearest weekday to the 15 of the month
            0 9 LW * *            | At 09:00 last weekday of month
            0 9 L-3 * *           | At 09:00 3 days before the last day of the month
            0 9 L,L-1 * *         | At 09:00 on the last day and the 2nd to last day of the month
            0 9 L,15W * *         | At 09:00 on the last day and the weekday nearest to day 15 of the month
            0 9 L 2 *             | At 09:00 on the last day of the month in February
            0 9 L * 1-5           | At 09:00 on the last day of the month or weekdays
            0 9 * 2 5L            | At 09:00 on the last Friday of the month in February
            0 9 * 3-5 5L          | At 09:00 on the last Friday of the month in March to May
            0 9 * * 5L,1          | At 09:00 on Monday and the last Friday of the month
            0 9 * * 5L,4L         | At 09:00 on the last Friday of the month and the last Thursday of the month
            """)
    void says_what_a_cron_means(String cron, String english) {
        assertThat(new Cron(cron).describe()).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 0 9 * * * 2027,2028 | SECONDS_AND_YEAR | At 09:00:30 of 2027, 2028
            30 * * * * *           | SECONDS          | Every minute at second 30
            * * * * * *            | SECONDS          | Every second
            */20 */5 * * * *       | SECONDS          | At second 0, 20 and 40 of minute 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50 and 55 of every hour
            */20 * * * * *         | SECONDS          | Every 20 seconds
            """)
    void says_seconds_and_years(String cron, Cron.Fields fields, String english) {
        assertThat(new Cron(cron, fields).describe()).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY                                      | Every day
            FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR              | Every 2 weeks on Monday and Friday
            FREQ=MONTHLY;BYDAY=-1FR;COUNT=12                | Every month on the last Friday, 12 times
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1   | Every month, the last of those on weekdays
            FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13             | Every month on Friday if that is day 13 of the month
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29             | Every year on day 29 of the month in February
            FREQ=YEARLY;BYWEEKNO=1,-1                       | Every year on days of week 1 and the last
            FREQ=YEARLY;BYYEARDAY=1,-1                      | Every year on the 1st and last day of the year
            FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30              | Every day at 09:30 and 17:30
            FREQ=DAILY;BYHOUR=9                             | Every day in hour 9
            FREQ=HOURLY;BYMINUTE=0,20,40;COUNT=1            | Every hour at minute 0, 20 and 40, once
            FREQ=MONTHLY;BYMONTHDAY=-1,11,12,21,22,23       | Every month on day 11, 12 and 21 to 23 and the last day of the month
            FREQ=SECONDLY;INTERVAL=10;UNTIL=20260101T000000Z | Every 10 seconds, until 2026-01-01T00:00:00Z
            """)
    void says_what_an_rrule_means(String rule, String english) {
        assertThat(new Rrule(rule).describe()).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"every":"PT30M"}                                                 | Every 30 minutes
            {"every":"PT1H","anchor":"2026-01-01T00:00:00Z"}                  | Every hour from 2026-01-01T00:00:00Z
            {"every":"P1DT1H1M1S"}                                            | Every 1 day, 1 hour, 1 minute and 1 second
            {"pattern":{"type":"YEARLY","dayOfMonth":5}}                      | Every year on day 5 of the month in the month of the start
            {"pattern":{"type":"DAILY","interval":3,"endDate":"2026-05-01"}}  | Every 3 days, until 2026-05-01
            {"rrule":"FREQ=DAILY","rdate":["2026-05-01T01:00"],"exdate":["2026-05-01","2026-05-02"]} | Every day, and 1 added time, without 2 times
            """)
    void says_what_the_other_forms_mean(String json, String english) {
        var recurrence = JsonMapper.shared().readValue(json, Recurrence.class);
        assertThat(recurrence.describe()).isEqualTo(english);
    }

    @Test
    void says_from_when_and_by_which_clock_a_series_runs() {
        var start = LocalDateTime.parse("2026-01-05T09:00");
        assertThat(Series.of(new Cron("0 9 * * 1"), start, ZoneId.of("Europe/Berlin"))
                        .describe())
                .isEqualTo("At 09:00 on Monday, from 2026-01-05 09:00, Europe/Berlin time");
    }
}

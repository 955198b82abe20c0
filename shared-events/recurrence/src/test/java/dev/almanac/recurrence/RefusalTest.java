package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                  | minute is missing
            "* * * *"           | day of week is missing
            "* * * * * *"       | '*' is one field too many
            "60 * * * *"        | minute 60 is not from 0 to 59
            "* 24 * * *"        | hour 24 is not from 0 to 23
            "* * 0 * *"         | day of month 0 is not from 1 to 31
            "* * 32 * *"        | day of month 32 is not from 1 to 31
            "* * * 13 *"        | month 13 is not from 1 to 12
            "* * * * 8"         | day of week 8 is not from 0 to 7
            "*/0 * * * *"       | minute has a step of 0
            "5/0 * * * *"       | minute has a step of 0
            "1,,2 * * * *"      | minute does not take ',' at position 3
            "1- * * * *"        | minute does not take ' ' at position 3
            "x * * * *"         | minute does not take 'x' at position 1
            "٥ * * * *"         | minute does not take '٥' at position 1
            "? * * * *"         | minute does not take '?' at position 1
            "5L * * * *"        | minute does not take 'L' at position 2
            "-5 * * * *"        | minute does not take '-' at position 1
            "1.5 * * * *"       | minute does not take '.' at position 2
            "* * L-31 * *"      | day of month 'L-31' is in no month
            "* * * * 5#6"       | day of week has no day number 6
            "* * * * 5#0"       | day of week has no day number 0
            "* * * * L"         | day of week does not take 'L' at position 9
            "* * * * MONDAY"    | day of week does not take 'D' at position 12
            "* * * FOO *"       | month does not take 'F' at position 7
            "99999999999 * * * *" | minute 999999999 is not from 0 to 59
            "@reboot"           | '@reboot' is not one of
            "@DAILY"            | '@DAILY' is not one of
            """)
    void says_what_is_wrong_with_a_cron(String cron, String message) {
        assertThatThrownBy(() -> new Cron(cron == null ? "" : cron))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining(message)
                .extracting(e -> ((InvalidRecurrence) e).field())
                .isEqualTo("cron");
    }

    @Test
    void takes_seconds_and_years_only_where_they_are_asked_for() {
        assertThat(new Cron("0 0 9 * * *", Cron.Fields.SECONDS).describe()).isEqualTo("At 09:00");
        assertThat(new Cron("0 0 9 * * * *", Cron.Fields.SECONDS_AND_YEAR).describe())
                .isEqualTo("At 09:00");
        assertThatThrownBy(() -> new Cron("0 9 * * *", Cron.Fields.SECONDS))
                .hasMessageContaining("day of week is missing");
        assertThatThrownBy(() -> new Cron("0 0 9 * * * 2030-2028", Cron.Fields.SECONDS_AND_YEAR))
                .hasMessageContaining("year range ends before it begins");
        assertThatThrownBy(() -> new Cron("0 0 9 * * * 1969", Cron.Fields.SECONDS_AND_YEAR))
                .hasMessageContaining("year 1969 is not from 1970 to 2099");
    }

    @Test
    void forgives_space_and_case() {
        assertThat(new Cron("  0\t9  * jAn-feb  mon ").describe())
                .isEqualTo("At 09:00 on Monday in January and February");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            FREQ=FORTNIGHTLY                      | FREQ must be one of
            BYDAY=MO                              | FREQ must be one of
            FREQ=DAILY;FREQ=DAILY                 | FREQ occurs twice
            FREQ=DAILY;                           | '' is not of the form
            FREQ=DAILY;RSCALE=HEBREW              | unknown part 'RSCALE'
            FREQ=DAILY;COUNT=0                    | COUNT: 0 is not from 1
            FREQ=DAILY;COUNT=-1                   | COUNT: '-1' is not a number
            FREQ=DAILY;COUNT=1;UNTIL=20260101     | COUNT and UNTIL exclude each other
            FREQ=DAILY;UNTIL=soon                 | UNTIL: 'SOON'
            FREQ=DAILY;INTERVAL=0                 | INTERVAL: 0 is not from 1
            FREQ=DAILY;INTERVAL=99999999999       | INTERVAL: 99999999999 is not from 1
            FREQ=DAILY;BYHOUR=24                  | BYHOUR: 24 is not from 0 to 23
            FREQ=DAILY;BYHOUR=-1                  | BYHOUR: '-1' must not have a sign
            FREQ=DAILY;BYMINUTE=60                | BYMINUTE: 60 is not from 0 to 59
            FREQ=DAILY;BYSECOND=61                | BYSECOND: 61 is not from 0 to 60
            FREQ=DAILY;BYMONTH=0                  | BYMONTH: 0 is not from 1 to 12
            FREQ=DAILY;BYMONTH=13                 | BYMONTH: 13 is not from 1 to 12
            FREQ=DAILY;BYMONTHDAY=32              | BYMONTHDAY: 32 is not from 1 to 31
            FREQ=DAILY;BYMONTHDAY=0               | BYMONTHDAY: 0 is not from 1 to 31
            FREQ=DAILY;BYMONTHDAY=-32             | BYMONTHDAY: 32 is not from 1 to 31
            FREQ=DAILY;BYMONTHDAY=٣               | BYMONTHDAY: '٣' is not a number
            FREQ=DAILY;BYDAY=1MO                  | a number in BYDAY needs
            FREQ=DAILY;BYDAY=XX                   | BYDAY: 'XX' is not a weekday
            FREQ=DAILY;BYDAY=M                    | BYDAY: 'M' is not a weekday
            FREQ=MONTHLY;BYDAY=54MO               | BYDAY: 54 is not from 1 to 53
            FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO      | a number in BYDAY does not go with BYWEEKNO
            FREQ=YEARLY;BYWEEKNO=54               | BYWEEKNO: 54 is not from 1 to 53
            FREQ=MONTHLY;BYWEEKNO=1               | BYWEEKNO needs FREQ=YEARLY
            FREQ=WEEKLY;BYMONTHDAY=1              | BYMONTHDAY does not go with FREQ=WEEKLY
            FREQ=DAILY;BYYEARDAY=1                | BYYEARDAY does not go with FREQ=DAILY
            FREQ=WEEKLY;BYYEARDAY=1               | BYYEARDAY does not go with FREQ=WEEKLY
            FREQ=MONTHLY;BYYEARDAY=1              | BYYEARDAY does not go with FREQ=MONTHLY
            FREQ=YEARLY;BYYEARDAY=367             | BYYEARDAY: 367 is not from 1 to 366
            FREQ=YEARLY;BYSETPOS=1                | BYSETPOS needs another BY part
            FREQ=YEARLY;BYDAY=MO;BYSETPOS=0       | BYSETPOS: 0 is not from 1 to 366
            FREQ=WEEKLY;WKST=XX                   | WKST: 'XX' is not a weekday
            """)
    void says_what_is_wrong_with_an_rrule(String rule, String message) {
        assertThatThrownBy(() -> new Rrule(rule))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining(message)
                .extracting(e -> ((InvalidRecurrence) e).field())
                .isEqualTo("rrule");
    }

    @Test
    void refuses_texts_of_absurd_length() {
        assertThatThrownBy(() -> new Cron("1,".repeat(1000) + "1 * * * *")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> new Rrule("FREQ=DAILY;BYHOUR=" + "1,".repeat(10_000) + "1"))
                .hasMessageContaining("longer than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "freq=daily;count=400",
                "FREQ=DAILY;Until=20300101",
                "COUNT=7;FREQ=DAILY",
                "until=20300101T000000Z;FREQ=DAILY"
            })
    void an_end_is_replaced_however_it_is_written(String rule) {
        assertThat(new Rrule(rule).counted(365).rrule()).isEqualToIgnoringCase("FREQ=DAILY;COUNT=365");
    }
}

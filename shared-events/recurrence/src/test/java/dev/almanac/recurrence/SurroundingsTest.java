package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "fa-IR", "en-US", "de-DE"})
    void means_the_same_in_every_locale_and_zone_of_the_machine(String locale) {
        var here = all();
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

        assertThat(all()).isEqualTo(here);
    }

    @Test
    void counts_weeks_from_monday_unless_told_otherwise() {
        Locale.setDefault(Locale.US);
        var rule = new Rrule("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=3");

        assertThat(Table.suffixes(series(rule).first(9)))
                .containsExactly("20260105T090000", "20260111T090000", "20260119T090000");
    }

    private static List<String> all() {
        return List.of(
                series(new Cron("30 2 * JAN-jul mon,fri#2")).first(20).toString(),
                series(new Rrule("freq=weekly;interval=2;byday=su,mo;wkst=su"))
                        .first(20)
                        .toString(),
                new Cron("30 2 * jan-jul mon,fri#2").describe(),
                new Rrule("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9;BYMINUTE=30").describe());
    }

    private static Series series(Recurrence recurrence) {
        return Series.ofRule(recurrence, LocalDateTime.parse("2026-01-05T09:00"), ZoneId.of("Europe/Berlin"));
    }
}

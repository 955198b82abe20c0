package dev.almanac.command.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsAlarmTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "TRIGGER:-PT15M                | PT15M",
                "TRIGGER:-P0DT0H10M0S          | PT10M",
                "trigger:-pt15m                | PT15M",
                "TRIGGER:-P1W                  | PT168H",
                "TRIGGER:-P1DT2H               | PT26H",
                "TRIGGER:-P28D                 | PT672H",
                "TRIGGER:PT0S                  | PT0S",
                "TRIGGER:-PT0M                 | PT0S",
                "TRIGGER;RELATED=START:-PT5M   | PT5M",
                "TRIGGER;VALUE=DURATION:-PT5M  | PT5M",
                // Behind the start, by the end, by the clock, too early, and nothing at all.
                "TRIGGER:PT15M                 | none",
                "TRIGGER;RELATED=END:-PT5M     | none",
                "TRIGGER;VALUE=DATE-TIME:20260302T080000Z | none",
                "TRIGGER:-P28DT1S              | none",
                "TRIGGER:-P                    | none",
                "TRIGGER:-P1DT                 | none",
                "TRIGGER:-PT                   | none",
                "TRIGGER:soon                  | none"
            })
    void a_text_before_the_start_is_a_reminder(String trigger, @Nullable Duration before) {
        assertThat(alarm("ACTION:DISPLAY", trigger.strip(), "DESCRIPTION:Reminder"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTION:AUDIO", "ACTION:EMAIL", "ACTION:NONE", "DESCRIPTION:no action"})
    void what_sounds_or_sends_mail_is_none(String action) {
        assertThat(alarm(action, "TRIGGER:-PT15M")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"REPEAT:3", "DURATION:PT5M", "ATTACH:https://hooks.test/1", "TRIGGER:-PT5M", "no content line"})
    void one_that_says_more_is_none(String more) {
        assertThat(alarm("ACTION:DISPLAY", "TRIGGER:-PT15M", more)).isNull();
    }

    @Test
    void what_programs_note_beside_it_says_no_more() {
        assertThat(alarm(
                        "ACTION:DISPLAY",
                        "TRIGGER:-PT15M",
                        "UID:alarm-1",
                        "X-WR-ALARMUID:alarm-1",
                        "ACKNOWLEDGED:20260302T080000Z"))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void another_component_is_none() {
        assertThat(IcsAlarm.reminder("PARTICIPANT", List.of("BEGIN:PARTICIPANT", "ACTION:DISPLAY", "TRIGGER:-PT15M")))
                .isEmpty();
    }

    @Test
    void an_event_has_five_reminders_and_keeps_the_alarms_beyond_as_they_stand() {
        IcsComponent event = new IcsComponent(1);
        for (int minutes = 1; minutes <= 6; minutes++) {
            event.addInside("VALARM", lines("ACTION:DISPLAY", "TRIGGER:-PT" + minutes + "M"));
            event.addInside("VALARM", lines("ACTION:DISPLAY", "TRIGGER:-PT" + minutes + "M"));
        }

        assertThat(event.reminders()).hasSize(5).doesNotContain(Duration.ofMinutes(6));
        assertThat(event.kept()).filteredOn("TRIGGER:-PT6M"::equals).hasSize(2);
        assertThat(event.kept()).doesNotContain("TRIGGER:-PT5M");
    }

    private static @Nullable Duration alarm(String... said) {
        return IcsAlarm.reminder("VALARM", lines(said)).orElse(null);
    }

    private static List<String> lines(String... said) {
        return Stream.of(Stream.of("BEGIN:VALARM"), Stream.of(said), Stream.of("END:VALARM"))
                .flatMap(some -> some)
                .toList();
    }
}

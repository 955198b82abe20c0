package dev.almanac.terminal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.screen.Input;
import dev.almanac.terminal.screen.Input.Pressed;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Key;
import dev.almanac.terminal.times.DateWords;
import dev.almanac.terminal.times.LengthWords;
import dev.almanac.terminal.times.TimeWords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2030, 6, 5);

    @ParameterizedTest
    @CsvSource({
        "2030-06-03, 2030-06-03",
        "2030-6-3, 2030-06-03",
        "2031-02, 2031-02-01",
        "3.6., 2030-06-03",
        "24.12.2031, 2031-12-24",
        "today, 2030-06-05",
        "Tomorrow, 2030-06-06",
        "yesterday, 2030-06-04",
        "+7, 2030-06-12",
        "-1, 2030-06-04",
        "+2w, 2030-06-19",
        "wed, 2030-06-12",
        "fri, 2030-06-07",
        "monday, 2030-06-10"
    })
    void dates_are_understood_as_people_type_them(String typed, LocalDate date) {
        assertThat(DateWords.parse(typed, WEDNESDAY)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2030-13-01", "31.2.", "mo", "+99999"})
    void what_is_no_date_is_none(String typed) {
        assertThat(DateWords.parse(typed, WEDNESDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "9, 09:00",
        "0930, 09:30",
        "2pm, 14:00",
        "12am, 00:00",
        "12:15 pm, 12:15",
        "23.45, 23:45"
    })
    void times_are_understood_as_people_type_them(String typed, LocalTime time) {
        assertThat(TimeWords.parse(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "25", "13pm", "0am", "9:75", "noon"})
    void what_is_no_time_is_none(String typed) {
        assertThat(TimeWords.parse(typed)).isEmpty();
    }

    @Test
    void lengths_are_understood_as_people_type_them() {
        assertThat(LengthWords.parse("1h")).contains(Duration.ofHours(1));
        assertThat(LengthWords.parse("90m")).contains(Duration.ofMinutes(90));
        assertThat(LengthWords.parse("1h30")).contains(Duration.ofMinutes(90));
        assertThat(LengthWords.parse("2 hours 15 min")).contains(Duration.ofMinutes(135));
        assertThat(LengthWords.parse("45")).contains(Duration.ofMinutes(45));
        assertThat(LengthWords.parse("0")).isEmpty();
        assertThat(LengthWords.parse("")).isEmpty();
        assertThat(LengthWords.parse("long")).isEmpty();
    }

    @Test
    void arrows_walk_in_the_month_of_a_date() {
        Form form = Form.of("Go", List.of(), List.of(DateField.of("Date", WEDNESDAY, WEDNESDAY)), "go");

        assertThat(date(pressed(form, Key.RIGHT))).isEqualTo(WEDNESDAY.plusDays(1));
        assertThat(date(pressed(form, Key.UP))).isEqualTo(WEDNESDAY.minusWeeks(1));
        assertThat(date(pressed(form, Key.PAGE_DOWN))).isEqualTo(WEDNESDAY.plusMonths(1));
        assertThat(date(typed(form, "2031-01-02"))).isEqualTo(LocalDate.of(2031, 1, 2));
        assertThat(date(pressed(typed(form, "+7"), Key.LEFT))).isEqualTo(WEDNESDAY.plusDays(6));
    }

    @Test
    void a_time_steps_by_quarters_and_hours() {
        Form form = Form.of("Go", List.of(), List.of(TimeField.of("Time", LocalTime.of(9, 0))), "go");

        assertThat(pressed(form, Key.RIGHT).text("Time")).isEqualTo("09:15");
        assertThat(pressed(form, Key.UP).text("Time")).isEqualTo("08:00");
        assertThat(typed(form, "2pm").text("Time")).isEqualTo("2pm");
    }

    @Test
    void tab_goes_round_the_fields_and_a_field_keeps_what_was_typed() {
        Form form =
                Form.of("Go", List.of(), List.of(new TextField("One", "", ""), new TextField("Other", "", "")), "go");

        Form filled = typed(pressed(typed(form, "ab"), Key.TAB), "c");

        assertThat(filled.text("One")).isEqualTo("ab");
        assertThat(filled.text("Other")).isEqualTo("c");
        assertThat(pressed(filled, Key.TAB).focus()).isZero();
        assertThat(pressed(form, Key.BACK_TAB).focus()).isEqualTo(1);
        assertThat(pressed(filled, Key.BACKSPACE).text("Other")).isEmpty();
    }

    @Test
    void a_letter_goes_to_the_next_choice_that_begins_with_it() {
        Form form = Form.of(
                "Go", List.of(), List.of(new ChoiceField("Where", List.of("Hall", "Studio", "Salon"), 0)), "go");

        assertThat(typed(form, "s").text("Where")).isEqualTo("Studio");
        assertThat(typed(form, "ss").text("Where")).isEqualTo("Salon");
        assertThat(pressed(form, Key.LEFT).text("Where")).isEqualTo("Salon");
    }

    @Test
    void a_text_is_as_long_as_the_services_take_it() {
        Form form = Form.of("Go", List.of(), List.of(new TextField("Reason", "", "")), "go");

        assertThat(typed(form, "x".repeat(300)).text("Reason")).hasSize(256);
    }

    private static LocalDate date(Form form) {
        return form.fields().getFirst() instanceof DateField field ? field.date() : LocalDate.EPOCH;
    }

    private static Form pressed(Form form, Key key) {
        return form.take(new Pressed(key));
    }

    private static Form typed(Form form, String text) {
        Form now = form;
        for (int point : text.codePoints().toArray()) {
            Input input = new Typed(Character.toString(point));
            now = now.take(input);
        }
        return now;
    }
}

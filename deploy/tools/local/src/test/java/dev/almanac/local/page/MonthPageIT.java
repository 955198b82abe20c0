package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A month at a glance and a day by itself, as people see and use them. */
@InBrowser
class MonthPageIT {
    private static final String DAY = "2035-05-09";

    /** A day with two categories, a conflict, and a companion that has lost its time. */
    private record Crew(CalendarPage calendar, String id, String core, String supervisor, String other) {
        static Crew of(CalendarPage calendar) throws Exception {
            String crew = calendar.calendar(CalendarPage.unique("Crew"), 5);
            String core = CalendarPage.unique("Core");
            String supervisor = CalendarPage.unique("Supervisor");
            String other = CalendarPage.unique("Tasting");
            Map<String, Object> needing =
                    CalendarPage.needing(calendar.resource(CalendarPage.unique("Clara"), "STAFF"));
            String companion = calendar.book(
                    crew, supervisor, DAY + "T12:00:00", DAY + "T13:00:00", Map.of("category", "Supervisor"));
            Map<String, Object> more = new LinkedHashMap<>(needing);
            more.put("category", "CORE");
            more.put("location", "Hall 3");
            more.put("companions", List.of(Map.of("scheduleId", companion, "offset", "PT2H")));
            calendar.book(crew, core, DAY + "T10:00:00", DAY + "T11:00:00", more);
            calendar.book(crew, other, DAY + "T10:30:00", DAY + "T11:30:00", needing);
            assertThat(calendar.client()
                            .post("/schedules/" + companion + "/unschedule", Map.of())
                            .statusCode())
                    .isEqualTo(200);
            return new Crew(calendar, crew, core, supervisor, other);
        }

        void openMonth() {
            calendar.page().navigate("/#/month?date=" + DAY + "&calendar=" + id);
            assertThat(day(DAY).locator(".conflict-mark")).isVisible();
        }

        void openDay() {
            calendar.page().navigate("/#/month?day=" + DAY + "&calendar=" + id);
            assertThat(card(core).locator(".level")).isVisible();
        }

        Locator day(String date) {
            return calendar.page().locator(".month-day[data-date='" + date + "']");
        }

        Locator card(String title) {
            return MonthPageIT.card(calendar, title);
        }
    }

    private static Locator card(CalendarPage calendar, String title) {
        return calendar.page().locator(".day-card").filter(new FilterOptions().setHasText(title));
    }

    private static Locator act(Locator card, String text) {
        return card.locator(".buttons button").filter(new FilterOptions().setHasText(text));
    }

    @Test
    void each_day_counts_its_events_by_category_and_warns_of_conflicts_and_companions(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openMonth();

        assertThat(page.locator("h2")).hasText("May 2035");
        assertThat(crew.day(DAY).locator("[data-category=CORE]")).hasText(Pattern.compile("CORE\\s+1"));
        assertThat(crew.day(DAY).locator("[data-category=Other]")).hasText(Pattern.compile("Other\\s+1"));
        assertThat(crew.day(DAY).locator(".companion-mark")).containsText("1 unscheduled");
        assertThat(crew.day(DAY))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(
                                "9 May 2035, 2 events, .*CORE 1.*1 open conflict, 1 companion is not scheduled"));
        assertThat(crew.day("2035-05-10").locator(".badge")).hasCount(0);
        Looks.accessible(page);
        Looks.screenshot(page, "month-light");

        crew.calendar().book(crew.id(), "Late", "2035-05-10T10:00:00", "2035-05-10T11:00:00");
        assertThat(crew.day("2035-05-10").locator(".badge")).hasCount(1);
        page.locator("[name=calendar]").selectOption(crew.calendar().calendar(CalendarPage.unique("Empty"), 1));
        assertThat(page.locator(".badge")).hasCount(0);
        assertThat(page.locator("almanac-month [role=status]")).hasText("0 events");
    }

    @Test
    void the_keyboard_leads_from_day_to_day_into_one_and_back(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openMonth();

        crew.day(DAY).focus();
        page.keyboard().press("ArrowRight");
        assertThat(crew.day("2035-05-10")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(crew.day("2035-05-17")).isFocused();
        page.keyboard().press("Home");
        assertThat(crew.day("2035-05-14")).isFocused();
        page.keyboard().press("PageUp");
        assertThat(crew.day("2035-04-14")).isFocused();
        assertThat(page.locator(".month-day[tabindex='0']")).hasCount(1);
        page.keyboard().press("PageDown");
        assertThat(crew.day("2035-05-14")).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(crew.day(DAY)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(Pattern.compile("9 May 2035"));
        assertThat(page.locator("h1")).isFocused();
        assertThat(crew.card(crew.core())).isVisible();
        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile("day=2035-05-10"));
        page.keyboard().press("k");
        assertThat(page).hasURL(Pattern.compile("day=" + DAY));
        page.keyboard().press("m");
        assertThat(crew.day(DAY)).isFocused();
        page.keyboard().press("t");
        assertThat(page.locator(".month-grid .today")).isVisible();
        page.goBack();
        assertThat(page.locator(".jump")).hasValue(DAY);
    }

    @Test
    void a_key_means_the_place_to_which_the_one_before_has_led_however_fast_it_comes(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openDay();
        for (String key : List.of("j", "j", "k", "j", "k", "k", "m")) {
            page.keyboard().press(key);
        }
        assertThat(crew.day(DAY)).isFocused();
        for (String key : List.of("d", "j", "m", "d", "k", "m")) {
            page.keyboard().press(key);
        }
        assertThat(crew.day(DAY)).isFocused();
    }

    @Test
    void a_day_shows_its_events_as_cards_by_category_with_their_pairs(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openDay();

        assertThat(page.locator("almanac-day-cards h2"))
                .hasText(new Pattern[] {Pattern.compile("CORE\\s+1"), Pattern.compile("Other\\s+1")});
        Locator core = crew.card(crew.core());
        for (String told : List.of("10:00", "11:00", "Hall 3", "Scheduled", "In conflict")) {
            assertThat(core).containsText(told);
        }
        assertThat(core.locator(".pair.unscheduled")).containsText("Its companion is not scheduled");
        Looks.accessible(page);
        Looks.screenshot(page, "month-day-light");
        core.locator(".pair button").click();
        assertThat(crew.calendar().dialog().locator("h2")).hasText(crew.supervisor());
        page.keyboard().press("Escape");
        act(core, "Details").click();
        assertThat(crew.calendar().dialog().locator("h2")).hasText(crew.core());
    }

    @Test
    @Provokes("409 .*schedules")
    void a_card_is_rescheduled_unless_somebody_is_in_the_way_and_unscheduled(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String room = calendar.calendar(CalendarPage.unique("Room"), 1);
        String lesson = CalendarPage.unique("Lesson");
        String exam = CalendarPage.unique("Exam");
        calendar.book(room, lesson, DAY + "T10:00:00", DAY + "T11:00:00");
        calendar.book(room, exam, DAY + "T12:00:00", DAY + "T13:00:00");
        page.navigate("/#/month?day=" + DAY + "&calendar=" + room);

        act(card(calendar, lesson), "Reschedule").click();
        assertThat(calendar.field("start")).hasValue(DAY + "T10:00");
        calendar.field("start").fill(DAY + "T12:30");
        calendar.dialogButton("Reschedule").click();
        assertThat(calendar.dialog().locator("[role=alert]")).containsText(exam);
        Looks.accessible(page);
        Looks.screenshot(page, "month-refused-light");
        calendar.field("start").fill(DAY + "T15:00");
        calendar.dialogButton("Reschedule").click();
        assertThat(calendar.dialog()).hasCount(0);
        assertThat(calendar.toasts()).containsText("“" + lesson + "” is moved.");
        assertThat(card(calendar, lesson).locator(".card-when")).containsText(Pattern.compile("15:00.*16:00"));

        act(card(calendar, exam), "Unschedule").click();
        calendar.dialogButton("Unschedule").click();
        assertThat(calendar.toasts()).containsText("“" + exam + "” is no longer scheduled.");
        assertThat(act(card(calendar, exam), "Unschedule")).hasCount(0);
    }

    @Test
    void both_are_for_everybody_in_dark(@Visit(as = "ana", dark = true) Page page, Suite suite) throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openMonth();
        Looks.accessible(page);
        Looks.screenshot(page, "month-dark");
        crew.openDay();
        Looks.accessible(page);
        Looks.screenshot(page, "month-day-dark");
    }

    @Test
    void both_fit_a_phone_and_are_read_from_right_to_left(
            @Visit(as = "ana", locale = "ar", width = 360, height = 740, touch = true) Page page, Suite suite)
            throws Exception {
        Crew crew = Crew.of(CalendarPage.of(page, suite, "ana", "manager"));
        crew.openMonth();
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
        Looks.accessible(page);
        Looks.screenshot(page, "month-phone");
        crew.day(DAY).focus();
        page.keyboard().press("ArrowLeft");
        assertThat(crew.day("2035-05-10")).isFocused();
        crew.day(DAY).tap();
        assertThat(crew.card(crew.core())).isVisible();
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
        Looks.accessible(page);
        Looks.screenshot(page, "month-day-phone");
    }
}

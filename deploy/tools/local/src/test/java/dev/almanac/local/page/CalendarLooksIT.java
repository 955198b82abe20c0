package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.almanac.local.Suite;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people see of the calendar: in each view, light and dark, small and large, in their language, zone and reading direction. */
@InBrowser
class CalendarLooksIT {
    private static final List<String> VIEWS = List.of("month", "week", "day", "list", "resources");

    private static String filled(CalendarPage calendar, String day) throws Exception {
        String title = CalendarPage.unique("Concert");
        String clara = calendar.resource(CalendarPage.unique("Clara"), "STAFF");
        String hall = calendar.calendar(CalendarPage.unique("Great Hall"), 1);
        String studio = calendar.calendar(CalendarPage.unique("Studio"), 1);
        calendar.book(hall, title, day + "T18:00:00", day + "T20:00:00", CalendarPage.needing(clara));
        calendar.book(
                studio,
                CalendarPage.unique("Recording"),
                day + "T19:00:00",
                day + "T21:00:00",
                CalendarPage.needing(clara));
        return title;
    }

    @Test
    void every_view_shows_what_is_booked_and_everybody_can_use_it(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        eachView(CalendarPage.of(page, suite, "ana", "manager"), "2032-03-10", "light");
    }

    @Test
    void every_view_is_there_in_dark(@Visit(as = "ana", dark = true) Page page, Suite suite) throws Exception {
        eachView(CalendarPage.of(page, suite, "ana", "manager"), "2032-04-07", "dark");
    }

    @Test
    void every_view_fits_a_phone(@Visit(as = "ana", width = 360, height = 740, touch = true) Page page, Suite suite)
            throws Exception {
        eachView(CalendarPage.of(page, suite, "ana", "manager"), "2032-05-12", "phone");
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
    }

    private static void eachView(CalendarPage calendar, String day, String look) throws Exception {
        String title = filled(calendar, day);
        for (String view : VIEWS) {
            calendar.open(view, day);
            assertThat(calendar.event(title).first()).isVisible();
            Looks.accessible(calendar.page());
            Looks.screenshot(calendar.page(), "calendar-" + view + "-" + look);
        }
        calendar.open("list", day);
        calendar.event(title).first().click();
        assertThat(calendar.dialog()).containsText("Great Hall");
        Looks.accessible(calendar.page());
        Looks.screenshot(calendar.page(), "calendar-event-" + look);
        calendar.dialogButton("Edit").click();
        assertThat(calendar.dialog()).containsText("Nothing is in the way.");
        Looks.accessible(calendar.page());
        Looks.screenshot(calendar.page(), "calendar-editor-" + look);
        calendar.page().keyboard().press("Escape");
    }

    @Test
    void views_and_dates_are_reached_by_buttons_by_keys_and_by_addresses(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager").open("month", "2032-03-10");
        assertThat(page.locator("h1")).hasText("March 2032");
        calendar.button("Later").click();
        assertThat(page.locator("h1")).hasText("April 2032");
        page.keyboard().press("k");
        assertThat(page.locator("h1")).hasText("March 2032");
        page.keyboard().press("w");
        assertThat(page.locator("h1")).containsText("Mar 2032");
        page.locator("input.jump").fill("2032-07-14");
        page.locator("input.jump").dispatchEvent("change");
        calendar.button("Day").click();
        assertThat(page.locator("h1")).hasText("14 July 2032");
        page.reload();
        assertThat(page.locator("h1")).hasText("14 July 2032");
        page.goBack();
        assertThat(page.locator("h1")).containsText("Jul 2032");
        page.locator("h1").click();
        page.keyboard().press("t");
        assertThat(page.locator(".fc-day-today").first()).isVisible();
    }

    @Test
    void another_zone_moves_what_is_shown_and_says_which_zone_it_is(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = filled(calendar, "2032-06-09");
        calendar.open("month", "2032-06-09");
        assertThat(calendar.eventOn("2032-06-09", title)).containsText("18:00");

        page.locator(".zone input").fill("Pacific/Auckland");
        page.locator(".zone input").press("Enter");

        assertThat(calendar.eventOn("2032-06-10", title)).containsText("4:00");
        page.reload();
        assertThat(page.locator(".zone input")).hasValue("Pacific/Auckland");
        page.locator(".zone input").fill("Nowhere/Land");
        page.locator(".zone input").press("Enter");
        assertThat(calendar.toasts()).containsText("There is no such time zone");
        assertThat(page.locator(".zone input")).hasValue("Pacific/Auckland");
    }

    @Test
    void hours_week_start_and_colours_are_as_the_reader_wants_them(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = filled(calendar, "2032-08-11");
        calendar.open("month", "2032-08-11");
        assertThat(page.locator(".fc-col-header-cell").first()).hasText("Mon");

        calendar.button("ana , Settings").click();
        Looks.accessible(page);
        calendar.field("week-start").selectOption("sunday");
        calendar.field("time-format").selectOption("12h");
        calendar.field("theme").selectOption("dark");
        page.keyboard().press("Escape");

        assertThat(page.locator(".fc-col-header-cell").first()).hasText("Sun");
        assertThat(calendar.eventOn("2032-08-11", title))
                .containsText(Pattern.compile("6:00\\s?pm", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void a_calendar_is_hidden_and_a_word_finds(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Ballroom");
        String title = CalendarPage.unique("Ball");
        calendar.book(calendar.calendar(hall, 1), title, "2032-09-08T18:00:00", "2032-09-08T20:00:00");
        String other = filled(calendar, "2032-09-08");
        calendar.open("month", "2032-09-08");
        assertThat(calendar.event(title)).isVisible();

        shown(page, hall).uncheck();
        assertThat(calendar.event(title)).hasCount(0);
        assertThat(calendar.event(other)).isVisible();
        shown(page, hall).check();
        page.getByPlaceholder("Search").fill(title);
        assertThat(calendar.event(title)).isVisible();
        assertThat(calendar.event(other)).hasCount(0);
    }

    private static Locator shown(Page page, String calendar) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(calendar));
    }

    @Test
    void it_speaks_german(@Visit(as = "ana", locale = "de") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager").open("month", "2032-03-10");
        assertThat(page.locator("h1")).hasText("März 2032");
        assertThat(calendar.button("Neuer Termin")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    void it_reads_from_right_to_left_in_arabic(@Visit(as = "ana", locale = "ar") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        filled(calendar, "2032-10-13");
        for (String view : List.of("month", "week", "resources")) {
            calendar.open(view, "2032-10-13");
            Looks.accessible(page);
            Looks.screenshot(page, "calendar-" + view + "-ar");
        }
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        double brand = page.locator(".brand").boundingBox().x;
        org.assertj.core.api.Assertions.assertThat(brand).isGreaterThan(640);
    }

    @Test
    void at_twice_the_size_nothing_is_cut_off(@Visit(as = "ana", width = 640, height = 400) Page page, Suite suite)
            throws Exception {
        CalendarPage.of(page, suite, "ana", "manager").open("week", "2032-03-10");
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 640);
        Looks.accessible(page);
    }

    @Test
    void on_paper_there_is_the_calendar_and_nothing_to_press(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = filled(calendar, "2032-11-10");
        calendar.open("month", "2032-11-10");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(calendar.event(title)).isVisible();
        assertThat(page.locator(".calendar-bar")).isHidden();
        Looks.screenshot(page, "calendar-print");
    }
}

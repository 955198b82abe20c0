package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A month by its counts, and a day by its cards. */
@InBrowser
class MonthPageIT {

    private static Locator day(Page page, String date) {
        return page.locator("[data-day='" + date + "']");
    }

    private static Locator card(Page page, String title) {
        return page.locator(".event-card").filter(new Locator.FilterOptions().setHasText(title));
    }

    @Test
    void a_month_counts_by_category_and_warns_and_its_days_are_reached_by_arrows(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = calendar.calendar(CalendarPage.unique("Hall"), 5);
        String supervisor =
                calendar.book(hall, CalendarPage.unique("Supervisor"), "2038-03-10T12:00:00", "2038-03-10T13:00:00");
        String core = CalendarPage.unique("Core");
        calendar.book(
                hall,
                core,
                "2038-03-10T10:00:00",
                "2038-03-10T11:00:00",
                Map.of("category", "CORE", "companions", List.of(Map.of("scheduleId", supervisor, "offset", "PT2H"))));
        calendar.client().post("/schedules/" + supervisor + "/unschedule", Map.of());

        page.navigate("/#/month?date=2038-03-01&calendar=" + hall);
        assertThat(day(page, "2038-03-10")).containsText("CORE");
        assertThat(day(page, "2038-03-10")).containsText("1 companion without a time");
        Looks.accessible(page);
        Looks.screenshot(page, "month-light");

        day(page, "2038-03-01").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(day(page, "2038-03-10")).isFocused();
        page.keyboard().press("Enter");
        assertThat(card(page, core)).containsText("has no time");
        Looks.accessible(page);
        Looks.screenshot(page, "day-light");
        page.keyboard().press("j");
        assertThat(page.locator("h1")).hasText("Thursday, 11 March 2038");
        calendar.button("Whole month").click();
        assertThat(page.locator("h1")).hasText("March 2038");
    }

    @Test
    @Provokes("409")
    void a_card_is_rescheduled_refused_and_unscheduled(
            @Visit(as = "ana", dark = true, width = 360, height = 740) Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = calendar.calendar(CalendarPage.unique("Hall"), 1);
        String gala = CalendarPage.unique("Gala");
        String ball = CalendarPage.unique("Ball");
        calendar.book(hall, gala, "2038-04-14T10:00:00", "2038-04-14T11:00:00", Map.of("category", "public"));
        calendar.book(hall, ball, "2038-04-14T15:00:00", "2038-04-14T17:00:00", Map.of("category", "public"));
        page.navigate("/#/month?day=2038-04-14&calendar=" + hall);
        assertThat(page.locator("h2").first()).containsText("public");
        Looks.accessible(page);
        Looks.screenshot(page, "day-phone-dark");

        card(page, gala).getByText("Reschedule").click();
        calendar.field("start").fill("2038-04-14T15:30");
        calendar.dialogButton("Move").click();
        assertThat(calendar.toasts()).containsText("In the way: " + ball);
        calendar.field("start").fill("2038-04-14T12:30");
        calendar.dialogButton("Move").click();
        assertThat(card(page, gala)).containsText("12:30");

        card(page, ball).getByText("Unschedule").click();
        calendar.dialogButton("Unschedule").click();
        assertThat(calendar.toasts()).containsText("no longer scheduled");
        page.navigate("/#/month?date=2038-04-01&calendar=" + hall);
        assertThat(day(page, "2038-04-14")).containsText("1");
        Looks.accessible(page);
    }
}

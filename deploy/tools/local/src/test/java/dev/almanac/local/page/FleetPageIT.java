package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A year of hours at a glance, and in numbers for those who do not see colours. */
@InBrowser
class FleetPageIT {

    private static String queue(Client client, String... crons) throws Exception {
        String queue = CalendarPage.unique("fleet");
        client.create("/calendars", Client.calendar(queue, "QUEUE", 100));
        for (String cron : crons) {
            client.create(
                    "/schedules/rules",
                    Map.of(
                            "name",
                            "Runs at " + cron,
                            "recurrence",
                            Map.of("cron", cron),
                            "timeZone",
                            "Europe/Vienna",
                            "start",
                            "2037-01-01T00:00:00",
                            "queue",
                            queue,
                            "jobTemplate",
                            Map.of("type", "batch", "timeoutSeconds", 600)));
        }
        return queue;
    }

    private static Locator map(Page page, String queue, String date) {
        page.navigate("/#/fleet?date=" + date + "&queue=" + queue.replace(" ", "%20"));
        assertThat(page.locator("canvas")).isVisible();
        return page.locator("canvas");
    }

    @Test
    void a_year_of_hours_is_read_out_by_keys_and_opened(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String queue = queue(calendar.client(), "0 3 * * *", "*/20 3 * * *", "0 9 * * 1-5");
        Locator map = map(page, queue, "2037-02-02");
        assertThat(page.locator("main p[role=status]")).containsText("about 5 a day");
        assertThat(page.locator(".legend")).containsText("4");
        Looks.accessible(page);
        Looks.screenshot(page, "fleet-light");

        map.focus();
        for (int hour = 0; hour < 3; hour++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("#heatmap-cell"))
                .hasText("Mon, 2 Feb 2037, 03:00: 4 runs · " + queue + " 4 · about 40 minutes");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#heatmap-cell")).containsText("Tue, 3 Feb 2037, 03:00: 4 runs");
        page.keyboard().press("Enter");
        assertThat(calendar.dialog()).containsText("Runs at 0 3 * * *");
        assertThat(calendar.dialog()).containsText("1 more on that day");
        Looks.accessible(page);
        calendar.dialogButton("Open in operations").click();
        assertThat(page).hasURL(Pattern.compile("#/operations\\?view=day&date=2037-02-03"));
    }

    @Test
    void where_the_clocks_change_an_hour_is_skipped_and_another_comes_twice(
            @Visit(as = "ana", dark = true) Page page, Suite suite) throws Exception {
        String queue = queue(new Client(suite, "ana", "manager"), "*/30 * * * *");
        map(page, queue, "2037-03-29").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#heatmap-cell")).containsText("the clocks skip this hour");
        Looks.accessible(page);
        Looks.screenshot(page, "fleet-dark");

        map(page, queue, "2037-10-25");
        assertThat(page.locator("#heatmap-cell")).containsText("Sun, 25 Oct 2037, 02:00: 4 runs");
    }

    @Test
    void the_same_is_there_in_numbers(@Visit(as = "ana", width = 360, height = 740) Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String queue = queue(calendar.client(), "0 3 * * *", "0 9 * * 1-5");
        map(page, queue, "2037-02-02");
        calendar.button("Month").click();
        calendar.button("As numbers").click();

        assertThat(page.locator("table.numbers tbody tr").first()).containsText("Mon, 2 Feb 2037");
        assertThat(page.locator("table.numbers tbody tr").first().locator("td").first())
                .hasText("2");
        Looks.accessible(page);
        Looks.screenshot(page, "fleet-phone");
    }
}

package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.util.List;
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

    @Test
    void several_queues_are_counted_together(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String first = queue(calendar.client(), "0 0 * * *", "30 0 * * *");
        String second = queue(calendar.client(), "15 0 * * *");
        map(page, first, "2037-02-02");
        assertThat(page.locator("#heatmap-cell")).containsText("00:00: 2 runs · " + first + " 2");

        Locator queues = page.locator(".queue-choice");
        queues.locator("summary").click();
        Looks.accessible(page);
        queues.getByText(second).click();
        assertThat(page.locator("#heatmap-cell")).containsText("00:00: 3 runs · " + first + " 2, " + second + " 1");
        assertThat(queues.locator("summary")).containsText("2 chosen");
        assertThat(queues.locator("input:checked")).hasCount(2);
        page.keyboard().press("Escape");
        assertThat(queues.locator("summary")).isFocused();
        assertThat(queues.getByText(second)).isHidden();

        page.reload();
        assertThat(page.locator("#heatmap-cell")).containsText("00:00: 3 runs");
        page.locator("canvas").focus();
        page.keyboard().press("Enter");
        assertThat(calendar.dialog()).containsText("Runs at 30 0 * * *");
        assertThat(calendar.dialog()).containsText("Runs at 15 0 * * *");
    }

    @Test
    void few_runs_look_other_than_none(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        String queue = queue(new Client(suite, "ana", "manager"), "*/10 3 * * *", "0 9 * * *");
        map(page, queue, "2037-02-02");
        assertThat(page.locator("#heatmap-cell")).containsText("00:00: 0 runs");

        // The words are there before the map is drawn.
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(colour(page, 100, 3)).isEqualTo("#ef5350"));
        assertThat(colour(page, 100, 9)).isEqualTo("#66bb6a");
        assertThat(colour(page, 100, 12)).isEqualTo("#f4f6f9");
    }

    /** At the foot of a cell. */
    private static String colour(Page page, int day, int hour) {
        return (String) page.evaluate("""
                ([day, hour]) => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const canvas = document.querySelector('canvas');
                  const cell = canvas.height / 24;
                  const at = [(day + 0.4) * canvas.width / 365, hour * cell + cell - 2].map(Math.floor);
                  const [red, green, blue] = canvas.getContext('2d').getImageData(...at, 1, 1).data;
                  resolve('#' + [red, green, blue].map(part => part.toString(16).padStart(2, '0')).join(''));
                })))""", List.of(day, hour));
    }

    @Test
    void the_pointer_moves_over_it_without_drawing_all_of_it_again(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        String queue = queue(new Client(suite, "ana", "manager"), "0 3 * * *");
        Locator map = map(page, queue, "2037-02-02");
        assertThat(page.locator(".live.live")).isVisible();
        page.evaluate("""
                () => {
                  window.drawn = {copies: 0, cells: 0, frames: 0, readings: document.querySelector('almanac-heatmap').readings};
                  const {drawImage, fillRect} = CanvasRenderingContext2D.prototype;
                  CanvasRenderingContext2D.prototype.drawImage = function (...of) { drawn.copies++; drawImage.apply(this, of); };
                  CanvasRenderingContext2D.prototype.fillRect = function (...of) { drawn.cells++; fillRect.apply(this, of); };
                  const frame = () => { drawn.frames++; requestAnimationFrame(frame); };
                  requestAnimationFrame(frame);
                }""");
        map.hover();
        page.evaluate("""
                async () => {
                  const canvas = document.querySelector('canvas');
                  const {left, top} = canvas.getBoundingClientRect();
                  for (let step = 0; step < 60; step++) {
                    canvas.dispatchEvent(new PointerEvent('pointermove', {clientX: left + 5 + step * 4, clientY: top + 20, bubbles: true}));
                    await document.querySelector('almanac-heatmap').updateComplete;
                  }
                }""");
        page.waitForFunction("from => drawn.frames > from + 2", page.evaluate("drawn.frames"));

        assertThat(page.evaluate("drawn.copies > 0 && drawn.copies <= drawn.frames"))
                .isEqualTo(true);
        // Others' rules change meanwhile, and what is read again is drawn again.
        assertThat(page.evaluate(
                        "drawn.cells === 0 || document.querySelector('almanac-heatmap').readings > drawn.readings"))
                .isEqualTo(true);
    }

    @Test
    void on_a_phone_the_months_stand_below_their_days_and_keys_scroll(
            @Visit(as = "ana", width = 360, height = 1000, touch = true) Page page, Suite suite) throws Exception {
        String queue = queue(new Client(suite, "ana", "manager"), "0 15 * * *");
        Locator map = map(page, queue, "2037-01-01");
        page.evaluate("localStorage.setItem('almanac.settings', JSON.stringify({timeFormat: '12h'}))");
        page.reload();
        assertThat(page.locator(".heatmap-months"))
                .hasJSProperty("clientWidth", map.evaluate("map => map.offsetWidth"));
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);

        map.focus();
        page.keyboard().press("End");
        assertThat(page.locator("#heatmap-cell")).containsText("Thu, 31 Dec 2037, 12:00");
        assertThat(page.getByText("Dec", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();
        assertThat(page.getByText("Jan", new Page.GetByTextOptions().setExact(true)))
                .not()
                .isInViewport();
        page.keyboard().press("Home");
        assertThat(page.getByText("Jan", new Page.GetByTextOptions().setExact(true)))
                .isInViewport();
        for (int hour = 0; hour < 15; hour++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("#heatmap-cell"))
                .containsText(Pattern.compile("3:00 ?pm: 1 run", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void that_nothing_runs_is_said(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        map(page, queue(new Client(suite, "ana", "manager")), "2037-02-02");
        assertThat(page.locator("main p[role=status]")).hasText("Nothing runs in this time.");
    }
}

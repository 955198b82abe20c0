package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How fast the page is on the local suite, with 5,000 events in a month: printed, not judged. No test of the build: run it with
 * {@code deploy/tools/bench/page}.
 */
@InBrowser
class PageBench {
    private static final int EVENTS = 5_000;
    private static final int LOADS = 7;
    private static final int BOOKINGS = 12;
    private static final Instant JUNE = Instant.parse("2036-06-01T05:00:00Z");
    private static final String MONTH = "#/calendar?view=month&date=2036-05-01";
    private static final String OBSERVED = """
            window.tasks = []; window.answers = [];
            new PerformanceObserver(list => list.getEntries().forEach(e => window.tasks.push(e.duration))).observe({type: 'longtask', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(e => e.interactionId && window.answers.push(e.duration)))
              .observe({type: 'event', durationThreshold: 16, buffered: true});
            """;

    @Test
    void first_view_transfer_and_interactions(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        String hall = ana.create("/calendars", Client.calendar("Fair", "VENUE", 1_000));
        ana.postFile("/calendars/" + hall + "/import", events());
        page.addInitScript(OBSERVED);

        List<Double> interactive = new ArrayList<>();
        double transferred = 0;
        for (int load = 0; load < LOADS; load++) {
            page.navigate("about:blank");
            page.navigate("/" + MONTH);
            assertThat(page.locator(".fc-event.more").first()).isVisible();
            interactive.add(number(page, "performance.getEntriesByName('first-view')[0].startTime"));
            transferred = number(
                    page,
                    "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                            + ".filter(e => !e.name.includes('/api/')).reduce((sum, e) => sum + e.encodedBodySize, 0)");
        }
        page.evaluate("window.tasks.length = 0; window.answers.length = 0");
        for (String key : List.of("j", "k", "w", "j", "k", "d", "l", "m", "r", "m")) {
            page.keyboard().press(key);
            page.waitForTimeout(700);
        }
        List<Double> seen = new ArrayList<>();
        page.navigate("/#/calendar?view=day&date=2036-06-01");
        assertThat(page.locator(".live.live")).isVisible();
        for (int booking = 0; booking < BOOKINGS; booking++) {
            String title = "Seen " + booking;
            ana.create("/schedules", Client.event(hall, title, JUNE.plusSeconds(booking * 3600L), Duration.ofHours(1)));
            long booked = System.nanoTime();
            page.locator(".fc-event")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .waitFor();
            seen.add((System.nanoTime() - booked) / 1e6);
        }
        System.out.printf(
                "| what another has booked is seen, median and longest of %d | %.0f, %.0f ms |%n",
                BOOKINGS, median(seen), Collections.max(seen));
        System.out.printf(
                "| first view of %,d events in a month, median of %d loads | %.0f ms |%n",
                EVENTS, LOADS, median(interactive));
        System.out.printf("| transferred without the API's answers, with gzip | %.0f KB |%n", transferred / 1024);
        System.out.printf(
                "| slowest answer to a key (next paint) | %.0f ms |%n", number(page, "Math.max(0, ...window.answers)"));
        System.out.printf(
                "| longest task while going through all views | %.0f ms |%n",
                number(page, "Math.max(0, ...window.tasks)"));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static byte[] events() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n");
        for (int i = 0; i < EVENTS; i++) {
            int day = 1 + i % 31;
            int hour = 6 + i / 31 % 14;
            file.append(
                    "BEGIN:VEVENT\r\nUID:bench-%d\r\nDTSTAMP:20360101T000000Z\r\nDTSTART:203605%02dT%02d0000Z\r\nDTEND:203605%02dT%02d0000Z\r\nSUMMARY:Stand %d\r\nEND:VEVENT\r\n"
                            .formatted(i, day, hour, day, hour + 1, i));
        }
        return file.append("END:VCALENDAR\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}

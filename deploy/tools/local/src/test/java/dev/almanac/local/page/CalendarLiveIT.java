package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import dev.almanac.local.Suite;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others do appears by itself, and a network that fails loses nothing. */
@InBrowser
class CalendarLiveIT {
    private static final String OUT_OF_DATE = "Not connected: what is shown may be out of date.";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Test
    void what_one_books_the_other_sees_by_itself(
            @Visit(as = "ana") Page one, @Visit(as = "root") Page other, Suite suite) throws Exception {
        CalendarPage booking = CalendarPage.of(one, suite, "ana", "manager");
        CalendarPage watching = CalendarPage.of(other, suite, "root", "admin").open("month", "2033-03-01");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Surprise");
        String hallId = booking.calendar(hall, 1);
        assertThat(other.getByLabel(hall)).isVisible();

        booking.book(hallId, title, "2033-03-09T18:00:00", "2033-03-09T20:00:00");
        assertThat(watching.eventOn("2033-03-09", title)).isVisible();

        booking.open("month", "2033-03-01");
        booking.drag(booking.eventOn("2033-03-09", title), booking.day("2033-03-10"));
        booking.drop();
        assertThat(watching.eventOn("2033-03-10", title)).isVisible();
    }

    @Test
    @Provokes("ERR_INTERNET_DISCONNECTED")
    void offline_is_said_what_was_typed_stays_and_is_booked_once_when_the_network_is_back(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Kept");
        calendar.calendar(hall, 5);
        calendar.open("month", "2033-04-01").knows(hall);
        page.keyboard().press("n");
        calendar.field("title").fill(title);
        calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));

        page.context().setOffline(true);
        calendar.dialogButton("Book").click();
        assertThat(calendar.dialog())
                .containsText(
                        "The service cannot be reached. Nothing is lost",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(calendar.field("title")).hasValue(title);
        assertThat(page.locator(".banner")).containsText(OUT_OF_DATE);
        // Until then the first click may still be trying, and would book by itself.
        assertThat(calendar.dialogButton("Book"))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));

        page.context().setOffline(false);
        calendar.dialogButton("Book").click();
        assertThat(calendar.eventOn("2033-04-01", title)).hasCount(1);
        assertThat(page.locator(".live.live")).isVisible(PATIENTLY);
    }

    @Test
    @Provokes({"ERR_", "503"})
    void a_service_that_is_killed_is_said_and_what_was_missed_is_shown_when_it_is_back(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = CalendarPage.unique("Meanwhile");
        String hall = calendar.calendar(CalendarPage.unique("Hall"), 1);
        calendar.open("month", "2033-05-01");
        assertThat(page.locator(".live.live")).isVisible();

        suite.part("query-service").kill();
        suite.part("query-service").process().waitFor();
        assertThat(page.locator(".banner")).containsText(OUT_OF_DATE);
        org.assertj.core.api.Assertions.assertThat(calendar.client()
                        .post(
                                "/schedules",
                                Map.of(
                                        "calendarId", hall,
                                        "title", title,
                                        "startDateTime", "2033-05-10T18:00:00",
                                        "endDateTime", "2033-05-10T20:00:00",
                                        "timeZone", "Europe/Vienna"))
                        .statusCode())
                .isEqualTo(201);
        suite.restart("query-service");

        assertThat(page.locator(".live.live")).isVisible(PATIENTLY);
        assertThat(calendar.eventOn("2033-05-10", title)).isVisible(PATIENTLY);
    }
}

package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What sue is told, seen as it comes; the calendar is hers, and ana moves what is on it. */
@InBrowser
class NotificationsPageIT {
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(50, ChronoUnit.DAYS);

    private void move(Suite suite, String title) throws Exception {
        Client ana = new Client(suite, "ana", "manager");
        Map<String, Object> hall = new HashMap<>(Client.calendar(CalendarPage.unique("Hall"), "VENUE", 9));
        hall.put("ownerId", "sue");
        String calendar = ana.create("/calendars", hall);
        String event = ana.create("/schedules", Client.event(calendar, title, start, Duration.ofHours(1)));
        assertThat(ana.post(
                                "/schedules/" + event + "/reschedule",
                                Map.of(
                                        "newStartDateTime",
                                        start.plus(2, ChronoUnit.HOURS).toString()))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Locator told(Page page, String title) {
        return page.locator(".notifications > li").filter(new FilterOptions().setHasText(title));
    }

    @Test
    void what_another_does_is_told_at_once_counted_and_read(@Visit(as = "sue") Page page, Suite suite)
            throws Exception {
        page.navigate("/#/notifications");
        assertThat(page.locator(".live.live")).isVisible();
        String title = CalendarPage.unique("Talk");
        move(suite, title);

        Locator told = told(page, "moved " + title);
        assertThat(told).hasClass("unread");
        assertThat(told.locator(".notification-text")).containsText("ana moved " + title + " from ");
        assertThat(page.locator("nav a .count")).isVisible();
        Looks.accessible(page);
        Looks.screenshot(page, "notifications-light");

        told.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mark as read"))
                .click();
        assertThat(told(page, "moved " + title)).hasClass("read");
        told(page, "moved " + title).getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile("#/calendar\\?view=day"));
    }

    @Test
    void what_somebody_wants_to_be_told_is_kept(@Visit(as = "sue", dark = true) Page page) {
        page.navigate("/#/notifications?view=preferences");
        Locator form = page.locator("almanac-preferences form");
        form.locator("[name=email]").fill("sue@example.org");
        form.locator("[name=LOW][value=IN_APP]").check();
        form.locator("[name=quiet-from]").fill("22:00");
        form.locator("[name=quiet-till]").fill("06:30");
        form.locator("[name=digest]").selectOption("DAILY");
        form.locator("[name=digest-at]").fill("07:45");
        Looks.accessible(page);
        Looks.screenshot(page, "notifications-preferences-dark");
        form.locator("button[type=submit]").click();
        assertThat(page.locator(".toasts")).containsText("It is noted how you want to be told.");

        page.reload();
        assertThat(form.locator("[name=email]")).hasValue("sue@example.org");
        assertThat(form.locator("[name=LOW][value=IN_APP]")).isChecked();
        assertThat(form.locator("[name=quiet-till]")).hasValue("06:30");
        assertThat(form.locator("[name=digest-at]")).hasValue("07:45");
    }

    @Test
    void it_reads_on_a_phone_and_from_right_to_left(
            @Visit(as = "sue", width = 360, locale = "ar", touch = true) Page page) throws Exception {
        page.navigate("/#/notifications");
        assertThat(page.locator("h1")).hasText("الإشعارات");
        Looks.accessible(page);
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
        page.navigate("/#/notifications?view=preferences");
        assertThat(page.locator("almanac-preferences form")).isVisible();
        Looks.accessible(page);
        Looks.screenshot(page, "notifications-phone-ar");
    }
}

package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What people see and do on the calendar, in their words; and what was there before, made by the API. */
record CalendarPage(Page page, Client client) {
    private static final int REDRAWN_MAX = 10;

    /** For whoever the page is signed in as; managers, since they may do most. */
    static CalendarPage of(Page page, Suite suite, String user, String role) throws Exception {
        return new CalendarPage(page, new Client(suite, user, role));
    }

    static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    String calendar(String name, int capacity) throws Exception {
        return client.create("/calendars", Client.calendar(name, "VENUE", capacity));
    }

    /** Times as a clock of Vienna shows them. */
    String book(String calendarId, String title, String start, String end) throws Exception {
        return book(calendarId, title, start, end, Map.of());
    }

    String book(String calendarId, String title, String start, String end, Map<String, Object> more) throws Exception {
        Map<String, Object> event = new LinkedHashMap<>(Map.of(
                "calendarId", calendarId,
                "title", title,
                "startDateTime", start,
                "endDateTime", end,
                "timeZone", "Europe/Vienna"));
        event.putAll(more);
        return client.create("/schedules", event);
    }

    String resource(String name, String type) throws Exception {
        return client.create("/resources", Map.of("name", name, "resourceType", type));
    }

    static Map<String, Object> needing(String resourceId) {
        return Map.of("resources", List.of(Map.of("resourceId", resourceId)));
    }

    CalendarPage open(String view, String date) {
        page.navigate("/#/calendar?view=" + view + "&date=" + date);
        assertThat(page.locator("header.top")).isVisible();
        return this;
    }

    /** What was made by the API meanwhile has come by the stream. */
    CalendarPage knows(String calendar) {
        assertThat(page.locator(".calendar-list")).containsText(calendar);
        return this;
    }

    Locator event(String title) {
        return page.locator(".fc-event, .fc-list-event, .block").filter(new FilterOptions().setHasText(title));
    }

    Locator day(String date) {
        return page.locator("td[data-date='" + date + "']");
    }

    /** In a month's grid. */
    Locator eventOn(String date, String title) {
        return day(date).locator(".fc-event").filter(new FilterOptions().setHasText(title));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.locator("dialog[open]").last();
    }

    Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String name) {
        return dialog().locator("[name=" + name + "]");
    }

    Locator toasts() {
        return page.locator(".toasts");
    }

    Locator forecast() {
        return page.locator(".forecast:not(.none)");
    }

    /** Taken, and held over another place. */
    void drag(Locator what, Locator where) {
        what.hover();
        BoundingBox from = box(what);
        page.mouse().move(from.x + from.width / 2, from.y + Math.min(8, from.height / 2));
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2 + 12, from.y + 16, new Mouse.MoveOptions().setSteps(3));
        holdOver(where);
    }

    void holdOver(Locator where) {
        BoundingBox to = box(where);
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(6));
    }

    /** What is drawn anew in this moment has none. */
    private static BoundingBox box(Locator of) {
        BoundingBox box = of.boundingBox();
        for (int again = 0; box == null && again < REDRAWN_MAX; again++) {
            box = of.boundingBox();
        }
        return Objects.requireNonNull(box, of::toString);
    }

    void drop() {
        page.mouse().up();
    }
}

package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What meets, at the side of every view: seen as it happens, and settled there. */
@InBrowser
class ConflictPageIT {

    private record Meeting(String title, String other) {}

    private static Meeting meeting(CalendarPage calendar, String day) throws Exception {
        Meeting meeting = new Meeting(CalendarPage.unique("Matinee"), CalendarPage.unique("Mastering"));
        String clara = calendar.resource(CalendarPage.unique("Clara"), "STAFF");
        calendar.book(
                calendar.calendar(CalendarPage.unique("Hall"), 1),
                meeting.title(),
                day + "T11:00:00",
                day + "T13:00:00",
                CalendarPage.needing(clara));
        calendar.book(
                calendar.calendar(CalendarPage.unique("Studio"), 1),
                meeting.other(),
                day + "T12:00:00",
                day + "T14:00:00",
                CalendarPage.needing(clara));
        return meeting;
    }

    private static Locator panel(Page page) {
        return page.locator("almanac-conflicts.open");
    }

    /** By way of one of both, since other stories' conflicts are listed, too. */
    private static void openFrom(CalendarPage calendar, String day, String title) {
        calendar.open("month", day);
        calendar.eventOn(day, title).click();
        calendar.dialog().locator(".conflict-list button").click();
    }

    @Test
    void a_conflict_explains_itself_and_a_way_out_is_taken_with_a_click_while_another_sees_it_go(
            @Visit(as = "ana") Page page, @Visit(as = "root") Page watching, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        CalendarPage other = CalendarPage.of(watching, suite, "root", "admin").open("month", "2034-03-07");
        Meeting meeting = meeting(calendar, "2034-03-07");
        assertThat(other.eventOn("2034-03-07", meeting.title())).hasClass(Pattern.compile("in-conflict"));

        openFrom(calendar, "2034-03-07", meeting.title());
        assertThat(panel(page)).containsText(meeting.title());
        assertThat(panel(page)).containsText(meeting.other());
        assertThat(panel(page)).containsText("12:00–13:00");
        assertThat(panel(page)).containsText("SCH-012");
        Looks.accessible(page);
        Looks.screenshot(page, "conflict-light");
        panel(page).getByText("Do that").first().click();

        assertThat(calendar.toasts()).containsText("The conflict is over as soon as nothing overlaps.");
        assertThat(calendar.eventOn("2034-03-07", meeting.title())).not().hasClass(Pattern.compile("in-conflict"));
        assertThat(other.eventOn("2034-03-07", meeting.title())).not().hasClass(Pattern.compile("in-conflict"));
    }

    @Test
    void it_is_looked_into_escalated_and_dismissed_with_a_reason_that_its_history_keeps(
            @Visit(as = "ana", dark = true) Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        Meeting meeting = meeting(calendar, "2034-04-11");
        openFrom(calendar, "2034-04-11", meeting.other());

        panel(page).getByText("Look into it").click();
        calendar.dialogButton("Look into it").click();
        assertThat(calendar.toasts()).containsText("You are looking into it.");

        openFrom(calendar, "2034-04-11", meeting.other());
        assertThat(panel(page)).containsText("Somebody looks into it");
        panel(page).getByText("Escalate").click();
        calendar.field("to").fill("root");
        calendar.field("reason").fill("Clara cannot be in two places");
        Looks.accessible(page);
        calendar.dialogButton("Escalate").click();
        assertThat(calendar.toasts()).containsText("The conflict is escalated.");

        openFrom(calendar, "2034-04-11", meeting.other());
        assertThat(panel(page)).containsText("Escalated, root");
        panel(page).getByText("Dismiss").click();
        calendar.field("reason").fill("she has a twin");
        calendar.dialogButton("Dismiss").click();
        assertThat(calendar.toasts()).containsText("The conflict is dismissed.");

        panel(page).locator("[name=state]").selectOption("DISMISSED");
        panel(page)
                .locator(".conflict-line")
                .filter(new Locator.FilterOptions().setHasText("Apr 2034"))
                .click();
        assertThat(panel(page)).containsText("she has a twin");
        Looks.screenshot(page, "conflict-dark");
    }

    @Test
    void the_list_opens_by_a_key_counts_and_is_filtered(
            @Visit(as = "ana", width = 360, height = 740) Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager").open("list", "2034-05-09");
        meeting(calendar, "2034-05-09");
        assertThat(page.locator(".conflict-button .count.some")).isVisible();

        page.keyboard().press("c");
        assertThat(panel(page).locator("h2")).isFocused();
        assertThat(panel(page).locator(".conflict-line").filter(new Locator.FilterOptions().setHasText("9 May 2034")))
                .isVisible();
        panel(page).locator("[name=type]").selectOption("EQUIPMENT_CONFLICT");
        assertThat(panel(page).locator(".conflict-line").filter(new Locator.FilterOptions().setHasText("9 May 2034")))
                .hasCount(0);
        Looks.accessible(page);
        Looks.screenshot(page, "conflicts-phone");
        panel(page).getByLabel("Close").click();
        assertThat(page.locator(".conflict-button")).isFocused();
    }
}

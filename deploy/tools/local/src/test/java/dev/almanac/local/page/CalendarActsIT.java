package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.almanac.local.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do with events, as they do it. */
@InBrowser
class CalendarActsIT {
    private static final Pattern LINK = Pattern.compile(".*/feed\\.ics\\?token=.+");

    @Test
    void a_drag_says_what_it_would_do_then_moves_and_undo_brings_it_back(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = CalendarPage.unique("Concert");
        calendar.book(
                calendar.calendar(CalendarPage.unique("Hall"), 1), title, "2031-03-11T18:00:00", "2031-03-11T20:00:00");
        calendar.open("month", "2031-03-01");

        calendar.drag(calendar.eventOn("2031-03-11", title), calendar.day("2031-03-13"));
        assertThat(calendar.forecast()).hasText("Nothing is in the way.");
        calendar.drop();

        assertThat(calendar.toasts()).containsText("“" + title + "” is moved.");
        assertThat(calendar.eventOn("2031-03-13", title)).containsText("18:00");
        calendar.button("Undo").click();
        assertThat(calendar.toasts()).containsText("Taken back.");
        assertThat(calendar.eventOn("2031-03-11", title)).isVisible();
        assertThat(calendar.eventOn("2031-03-13", title)).hasCount(0);
    }

    @Test
    @Provokes("409 .*reschedule")
    void a_refused_drop_goes_back_says_who_is_in_the_way_and_a_manager_may_with_a_reason(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = calendar.calendar(CalendarPage.unique("Hall"), 1);
        String banquet = CalendarPage.unique("Banquet");
        String wedding = CalendarPage.unique("Wedding");
        calendar.book(hall, banquet, "2031-04-08T18:00:00", "2031-04-08T22:00:00");
        calendar.book(hall, wedding, "2031-04-10T19:00:00", "2031-04-10T23:00:00");
        calendar.open("month", "2031-04-01");

        calendar.drag(calendar.eventOn("2031-04-08", banquet), calendar.day("2031-04-10"));
        assertThat(calendar.forecast()).containsText("In the way: " + wedding);
        calendar.drop();

        assertThat(calendar.toasts()).containsText("In the way: " + wedding);
        assertThat(calendar.eventOn("2031-04-08", banquet)).isVisible();
        calendar.button("Book anyway").click();
        calendar.field("reason").fill("both agreed");
        calendar.dialogButton("Book anyway").click();
        assertThat(calendar.eventOn("2031-04-10", banquet)).isVisible();
        assertThat(calendar.eventOn("2031-04-10", wedding)).isVisible();
    }

    @Test
    @Provokes("409 .*reschedule")
    void a_refused_move_says_in_the_dialog_who_is_in_the_way(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = calendar.calendar(CalendarPage.unique("Hall"), 1);
        String lecture = CalendarPage.unique("Lecture");
        String tuning = CalendarPage.unique("Tuning");
        calendar.book(hall, lecture, "2031-11-04T10:00:00", "2031-11-04T12:00:00");
        calendar.book(hall, tuning, "2031-11-04T14:00:00", "2031-11-04T15:00:00");
        calendar.open("month", "2031-11-01");

        calendar.eventOn("2031-11-04", tuning).click();
        calendar.field("start").fill("2031-11-04T11:00");
        calendar.field("end").fill("2031-11-04T12:00");
        calendar.dialogButton("Move").click();

        assertThat(calendar.dialog().locator("[role=alert]")).containsText("In the way: " + lecture);
        calendar.dialogButton("Book anyway").click();
        calendar.field("reason").fill("they share the stage");
        calendar.dialogButton("Book anyway").click();
        assertThat(calendar.eventOn("2031-11-04", tuning)).containsText("11:00");
    }

    @Test
    void what_would_meet_on_a_resource_is_said_before_it_happens(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String clara = calendar.resource(CalendarPage.unique("Clara"), "STAFF");
        String concert = CalendarPage.unique("Concert");
        String recording = CalendarPage.unique("Recording");
        calendar.book(
                calendar.calendar(CalendarPage.unique("Hall"), 1),
                concert,
                "2031-05-06T18:00:00",
                "2031-05-06T20:00:00",
                CalendarPage.needing(clara));
        calendar.book(
                calendar.calendar(CalendarPage.unique("Studio"), 1),
                recording,
                "2031-05-08T18:30:00",
                "2031-05-08T20:00:00",
                CalendarPage.needing(clara));
        calendar.open("month", "2031-05-01");

        calendar.drag(calendar.eventOn("2031-05-08", recording), calendar.day("2031-05-06"));

        assertThat(calendar.forecast()).containsText("in conflict with " + concert + " (same person)");
        calendar.holdOver(calendar.day("2031-05-08"));
        calendar.drop();
        assertThat(calendar.eventOn("2031-05-08", recording)).isVisible();
    }

    @Test
    void a_drag_over_free_hours_books_them_and_a_pull_at_the_end_makes_it_longer(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Workshop");
        calendar.calendar(hall, 1);
        calendar.open("week", "2031-06-02").knows(hall);

        calendar.drag(
                page.locator(".fc-timegrid-slot-lane[data-time='09:00:00']"),
                page.locator(".fc-timegrid-slot-lane[data-time='11:00:00']"));
        calendar.drop();
        calendar.field("title").fill(title);
        calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));
        calendar.dialogButton("Book").click();

        assertThat(calendar.event(title)).containsText("9:00");
        calendar.event(title).hover();
        calendar.drag(
                calendar.event(title).locator(".fc-event-resizer-end"),
                page.locator(".fc-timegrid-slot-lane[data-time='12:30:00']"));
        calendar.drop();
        assertThat(calendar.toasts()).containsText("is moved.");
    }

    @Test
    @Provokes("400 .*schedules")
    void a_form_that_is_refused_names_the_field_and_keeps_what_was_typed(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        calendar.calendar(CalendarPage.unique("Hall"), 1);
        calendar.open("week", "2031-06-02");

        page.keyboard().press("n");
        calendar.field("description").fill("For everybody");
        calendar.dialogButton("Book").click();

        assertThat(calendar.field("title")).hasAttribute("aria-invalid", "true");
        assertThat(calendar.field("title")).isFocused();
        assertThat(calendar.field("description")).hasValue("For everybody");
    }

    @Test
    void a_series_is_previewed_with_its_clock_changes_and_one_this_and_following_or_all_are_changed(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Night");
        calendar.calendar(hall, 1);
        calendar.open("month", "2031-03-28").knows(hall);

        page.keyboard().press("n");
        calendar.field("title").fill(title);
        calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));
        calendar.field("start").fill("2031-03-28T02:30");
        calendar.field("start").dispatchEvent("change");
        calendar.field("recurrence-kind").selectOption("DAILY");
        assertThat(calendar.dialog())
                .containsText("2031-03-30 02:30 does not exist, as the clocks go forward: 03:30 instead.");
        calendar.dialogButton("Book").click();
        assertThat(calendar.eventOn("2031-03-30", title)).containsText("3:30");

        change(calendar, "2031-03-29", title, "Only this one", title + " one");
        assertThat(calendar.eventOn("2031-03-29", title + " one")).isVisible();
        change(calendar, "2031-04-02", title, "This and all that follow", title + " later");
        assertThat(calendar.eventOn("2031-04-03", title + " later")).isVisible();
        assertThat(calendar.eventOn("2031-04-01", title + " later")).hasCount(0);
        change(calendar, "2031-03-31", title, "The whole series", title + " all");
        assertThat(calendar.eventOn("2031-04-01", title + " all")).isVisible();
        assertThat(calendar.eventOn("2031-03-29", title + " one")).isVisible();
        assertThat(calendar.eventOn("2031-04-03", title + " later")).isVisible();
    }

    private static void change(CalendarPage calendar, String day, String title, String scope, String newTitle) {
        calendar.eventOn(day, title).click();
        calendar.dialogButton("Edit").click();
        calendar.dialogButton(scope).click();
        calendar.field("title").fill(newTitle);
        calendar.dialogButton("Save").click();
        assertThat(calendar.dialog()).hasCount(0);
    }

    @Test
    void a_companion_is_shown_and_moves_along(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = CalendarPage.unique("Core");
        String companion = CalendarPage.unique("Supervisor");
        String crew = calendar.calendar(CalendarPage.unique("Crew"), 5);
        String second = calendar.book(crew, companion, "2031-07-01T12:00:00", "2031-07-01T13:00:00");
        calendar.book(
                crew,
                title,
                "2031-07-01T10:00:00",
                "2031-07-01T11:00:00",
                Map.of("companions", List.of(Map.of("scheduleId", second, "offset", "PT2H"))));
        calendar.open("month", "2031-07-01");

        calendar.eventOn("2031-07-01", title).click();
        assertThat(calendar.dialog()).containsText(companion);
        page.keyboard().press("Escape");
        calendar.drag(calendar.eventOn("2031-07-01", title), calendar.day("2031-07-03"));
        calendar.drop();

        assertThat(calendar.eventOn("2031-07-03", title)).isVisible();
        assertThat(calendar.eventOn("2031-07-03", companion)).containsText("12:00");
    }

    @Test
    void several_are_selected_and_moved_at_once(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String title = CalendarPage.unique("Lesson");
        String hall = calendar.calendar(CalendarPage.unique("Room"), 3);
        for (int day = 4; day < 7; day++) {
            calendar.book(hall, title + day, "2031-08-0" + day + "T10:00:00", "2031-08-0" + day + "T11:00:00");
        }
        calendar.open("month", "2031-08-01");

        calendar.button("Select several").click();
        for (int day = 4; day < 7; day++) {
            calendar.event(title + day).click();
        }
        assertThat(page.locator(".bulk")).containsText("3 events are selected");
        page.locator(".bulk [name=amount]").fill("7");
        page.locator(".bulk")
                .getByText("Move", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(calendar.toasts()).containsText("3 events are moved.");
        assertThat(calendar.eventOn("2031-08-11", title + "4")).containsText("10:00");
    }

    @Test
    void a_file_is_imported_and_the_calendar_handed_out_as_files_and_as_an_address(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Imported");
        calendar.calendar(hall, 1);
        calendar.open("month", "2031-09-01").knows(hall);

        page.locator("input[type=file]").setInputFiles(new FilePayload("hall.ics", "text/calendar", ics(title)));
        calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));
        calendar.dialogButton("Import a file").click();
        assertThat(calendar.eventOn("2031-09-09", title)).isVisible();

        for (String format : List.of("PDF", "XLSX", "ICS")) {
            calendar.button("Export").click();
            calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));
            calendar.field("format").selectOption(format);
            Download file =
                    page.waitForDownload(() -> calendar.dialogButton("Export").click());
            org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
                    .endsWith("." + format.toLowerCase(Locale.ROOT));
            if (format.equals("ICS")) {
                org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
                        .contains(title);
            }
        }

        calendar.button("Subscription link").click();
        calendar.field("calendarId").selectOption(new SelectOption().setLabel(hall));
        calendar.dialogButton("Make a link").click();
        assertThat(calendar.dialog().locator("output")).hasText(LINK);
    }

    private static byte[] ics(String title) {
        return String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//test//test//EN",
                        "BEGIN:VEVENT",
                        "UID:" + title.hashCode(),
                        "DTSTAMP:20310101T000000Z",
                        "DTSTART:20310909T100000Z",
                        "DTEND:20310909T110000Z",
                        "SUMMARY:" + title,
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_keyboard_alone_books_finds_moves_and_takes_back(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String hall = CalendarPage.unique("Hall");
        String title = CalendarPage.unique("Talk");
        calendar.calendar(hall, 1);
        calendar.open("list", "2031-10-06").knows(hall);

        page.keyboard().press("?");
        assertThat(calendar.dialog()).containsText("New event");
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.keyboard().type(title);
        page.keyboard().press("Tab");
        page.keyboard().type(hall);
        page.keyboard().press("Enter");
        calendar.field("title").press("Enter");
        assertThat(calendar.event(title)).isVisible();

        page.keyboard().press("/");
        page.keyboard().type(title);
        calendar.event(title).locator("a").focus();
        page.keyboard().press("Enter");
        calendar.field("start").fill("2031-10-07T15:00");
        calendar.field("end").fill("2031-10-07T16:00");
        assertThat(calendar.dialog()).containsText("Nothing is in the way.");
        calendar.dialogButton("Move").press("Enter");
        assertThat(calendar.event(title)).containsText("15:00");

        page.locator("h1").click();
        page.keyboard().press("u");
        assertThat(calendar.event(title)).containsText("10:00");
    }
}

package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What runs when, how it went, what waits for a decision, and the rules behind it: as people see and do it. */
@InBrowser
class OperationsPageIT {
    private static final Map<String, Object> NIGHTLY = Map.of("cron", "15 4 * * *");
    private static final Map<String, Object> OFTEN = Map.of("every", "PT10M");
    /** Of the local day on which the clocks go forward, or of any other. */
    private static final Pattern SKIPPED_TIME = Pattern.compile("-03-\\d\\d 02:30 does not exist.*03:30 instead");

    @Test
    void a_week_shows_what_runs_when_and_counts_what_always_runs(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String name = CalendarPage.unique("Ledger");
        String backup = name + " backup";
        String ping = name + " ping";
        operations.rule(backup, NIGHTLY);
        operations.rule(ping, OFTEN, Map.of("metadata", Map.of("owner", "sue")));
        operations.open("date=" + OperationsPage.tomorrow());
        operations.search(name);

        assertThat(operations.card(backup).first()).containsText("4:15");
        assertThat(operations.lane(backup)).hasCount(0);
        assertThat(operations.lane(ping).first()).containsText("× ");
        assertThat(page.locator(".legend")).containsText("Heartbeat");
        assertThat(page.locator(".legend")).containsText("✗\uFE0E Failed");

        page.locator("[name=source]").selectOption("HEARTBEAT");
        assertThat(operations.card(backup)).hasCount(0);
        assertThat(operations.lane(ping).first()).isVisible();
        page.locator("[name=source]").selectOption("");
        page.locator("[name=owner]").selectOption("sue");
        assertThat(operations.card(backup)).hasCount(0);
        assertThat(operations.lane(ping).first()).isVisible();
        page.locator("[name=owner]").selectOption("");
        operations.search(backup);
        assertThat(operations.card(backup).first()).isVisible();
        assertThat(operations.lane(ping)).hasCount(0);
        page.locator("[name=status]").selectOption("FAILED");
        assertThat(operations.card(backup)).hasCount(0);
    }

    @Test
    void the_place_stands_in_the_address_and_the_keyboard_leads_through_it(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String backup = CalendarPage.unique("Backup");
        operations.rule(backup, NIGHTLY);
        String day = OperationsPage.tomorrow();
        operations.open("view=day&date=" + day);
        assertThat(operations.card(backup)).isVisible();
        Looks.screenshot(page, "operations-day-light");

        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile("view=day"));
        assertThat(page.locator(".jump")).not().hasValue(day);
        page.goBack();
        assertThat(page.locator(".jump")).hasValue(day);
        operations.search(backup);
        page.locator("h1").click();
        page.keyboard().press("l");
        assertThat(operations.listed(backup).first()).isVisible();
        page.keyboard().press("w");
        // Not by its place: the week begins before the list did, and others come before it once they are read.
        ElementHandle card = operations.card(backup).first().elementHandle();
        card.focus();
        page.keyboard().press("Enter");
        assertThat(operations.dialog()).containsText("Copies the ledger.");
        Looks.accessible(page);
        Looks.screenshot(page, "operations-details-light");
        page.keyboard().press("Escape");
        page.waitForFunction("card => document.activeElement === card", card);
        page.reload();
        // Not in the address: without it the card may be one of those behind "more".
        operations.search(backup);
        assertThat(operations.card(backup).first()).isVisible();
    }

    @Test
    void a_run_tells_what_it_is_and_offers_what_can_be_done(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String backup = CalendarPage.unique("Backup");
        String ruleId = operations.rule(backup, NIGHTLY);
        operations.open("view=day&date=" + OperationsPage.tomorrow());
        Locator card = operations.card(backup);

        card.click();
        assertThat(operations.dialog().locator("h2")).hasText(backup);
        for (String told : List.of("Planned", "Nominal time", "Attempt", "Cron", "ana", "at most 10 min", "Next run")) {
            assertThat(operations.dialog()).containsText(told);
        }
        assertThat(operations.dialog().locator("almanac-run .buttons button"))
                .containsText(new String[] {"Run now", "Pause", "Disable", "Reschedule"});
        operations.act(operations.dialog(), "Pause").click();
        operations.field("time").fill("2033-05-04T10:00");
        operations.field("reason").fill("audit");
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + backup + "” is paused.");
        assertThat(operations.read(ruleId).at("/pause/resumeAfter").asString()).isEqualTo("2033-05-04T08:00:00Z");
        assertThat(card).hasClass(Pattern.compile("PAUSED"));

        card.click();
        assertThat(operations.act(operations.dialog(), "Pause")).hasCount(0);
        operations.act(operations.dialog(), "Resume").click();
        assertThat(operations.toasts()).containsText("“" + backup + "” runs again.");
        assertThat(card).hasClass(Pattern.compile("SCHEDULED"));

        card.click();
        operations.act(operations.dialog(), "Reschedule").click();
        operations.field("time").fill(OperationsPage.tomorrow() + "T18:40");
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + backup + "” has another time.");
        assertThat(card).containsText("18:40");

        card.click();
        operations.act(operations.dialog(), "Run now").click();
        assertThat(operations.toasts()).containsText("“" + backup + "” is due now.");
        operations.awaitRun(ruleId, "DUE");

        card.click();
        operations.act(operations.dialog(), "Disable").click();
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + backup + "” is disabled.");
        assertThat(operations.read(ruleId).get("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    void what_changes_elsewhere_appears_by_itself(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String sync = CalendarPage.unique("Sync");
        String ruleId = operations.rule(sync, Map.of("cron", "15 4 1 1 *"));
        operations.open("view=day");
        operations.search(sync);
        String occurrence = operations.runNow(ruleId);
        assertThat(operations.card(sync)).isVisible();

        operations.report(occurrence, "started", Map.of("worker", "w1"));
        operations.awaitRun(ruleId, "RUNNING");
        assertThat(operations.card(sync)).hasClass(Pattern.compile("RUNNING"));
        operations.report(occurrence, "succeeded", Map.of());
        operations.awaitRun(ruleId, "SUCCESS");
        assertThat(operations.card(sync)).hasClass(Pattern.compile("SUCCESS"));
    }

    @Test
    void failed_runs_lead_to_their_logs_and_sessions(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String load = CalendarPage.unique("Import");
        String ruleId = operations.rule(load, NIGHTLY);
        operations.report(
                operations.runNow(ruleId),
                "failed",
                Map.of(
                        "detail", "The bank did not answer.",
                        "logsUrl", "https://logs.example/run/1",
                        "sessionUrl", "http://sessions.example/2"));
        operations.awaitRun(ruleId, "FAILED");
        operations.open("view=failed");

        Locator failed = operations.listed(load);
        assertThat(failed).containsText("The bank did not answer.");
        Locator links = failed.locator("a");
        assertThat(links).hasCount(2);
        assertThat(links.first()).hasAttribute("href", "https://logs.example/run/1");
        assertThat(links.last()).hasAttribute("href", "http://sessions.example/2");
        assertThat(links.first()).hasAttribute("rel", Pattern.compile("noopener"));
        Looks.accessible(page);
        Looks.screenshot(page, "operations-failed-light");
        failed.locator("button").first().click();
        assertThat(operations.dialog()).containsText("Failed");
        assertThat(operations.act(operations.dialog(), "Run now")).isVisible();
        page.keyboard().press("Escape");
        page.locator("[name=source]").selectOption("HEARTBEAT");
        assertThat(failed).hasCount(0);
    }

    @Test
    void missed_runs_wait_on_top_of_every_view_until_somebody_decides(@Visit(as = "ana") Page page, Suite suite)
            throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        List<String> names =
                List.of(CalendarPage.unique("Archive"), CalendarPage.unique("Mirror"), CalendarPage.unique("Digest"));
        Map<String, Object> impatient = Map.of("jobTemplate", Map.of("type", "backup", "timeoutSeconds", 1));
        String archive = operations.rule(names.get(0), NIGHTLY, impatient);
        String mirror = operations.rule(names.get(1), NIGHTLY, impatient);
        String digest = operations.rule(names.get(2), NIGHTLY, impatient);
        for (String ruleId : List.of(archive, mirror, digest)) {
            operations.runNow(ruleId);
        }
        operations.open("view=rules");
        for (String ruleId : List.of(archive, mirror, digest)) {
            operations.awaitRun(ruleId, "MISSED");
        }

        for (String name : names) {
            assertThat(operations.missed(name)).containsText("no worker reported on it in time");
        }
        assertThat(page.locator(".missed h2")).hasText(Pattern.compile("[3-9] missed runs wait for a decision"));
        Looks.accessible(page);
        operations.open("view=week&source=HEARTBEAT");
        assertThat(operations.missed(names.get(0))).isVisible();
        Looks.screenshot(page, "operations-missed-light");

        operations.act(operations.missed(names.get(0)), "Approve and run").click();
        assertThat(operations.toasts()).containsText("“" + names.get(0) + "” is approved and due now.");
        assertThat(operations.missed(names.get(0))).hasCount(0);
        operations.awaitRun(archive, "DUE");

        operations.act(operations.missed(names.get(1)), "Reschedule").click();
        operations.field("time").fill("2033-05-04T10:00");
        operations.submit();
        assertThat(operations.missed(names.get(1))).hasCount(0);
        operations.awaitRun(mirror, "POSTPONED");

        operations.act(operations.missed(names.get(2)), "Discard").click();
        assertThat(operations.field("reason")).hasAttribute("required", "");
        Looks.accessible(page);
        operations.field("reason").fill("too late");
        operations.submit();
        assertThat(operations.toasts()).containsText("The missed run of “" + names.get(2) + "” is discarded.");
        assertThat(operations.missed(names.get(2))).hasCount(0);
        operations.awaitRun(digest, "SKIPPED");
    }

    @Test
    @Provokes("400 .*preview")
    void a_rule_is_made_with_a_preview_changed_and_deleted(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String name = CalendarPage.unique("Ledger");
        operations.open("view=rules");
        operations.button("New rule").click();
        operations.field("name").fill(name);
        operations.field("queue").fill("night");
        operations.field("type").fill("ledger");
        operations.field("cron").fill("30 25 * * *");
        assertThat(operations.dialog().locator(".preview .field-problem")).isVisible();
        operations.field("cron").fill("30 2 * * *");
        Locator preview = operations.dialog().locator(".preview");
        assertThat(preview.locator("ol li")).hasCount(8);
        assertThat(preview).containsText(SKIPPED_TIME);
        Looks.accessible(page);
        Looks.screenshot(page, "operations-rule-light");
        operations.dialog().locator("summary").click();
        operations.field("catchUp").selectOption("ALL");
        operations.field("description").fill("Closes the books.");
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + name + "” is made.");
        Locator rule = operations.ruleOf(name);
        assertThat(rule).containsText("At 02:30");
        assertThat(rule).containsText("0 succeeded");

        operations.act(rule, "Clock changes").click();
        assertThat(operations.dialog()).containsText(SKIPPED_TIME);
        Looks.accessible(page);
        page.keyboard().press("Escape");

        operations.act(rule, "Edit").click();
        assertThat(operations.field("cron")).hasValue("30 2 * * *");
        assertThat(operations.field("catchUp")).hasValue("ALL");
        operations.field("kind").selectOption("EVERY");
        operations.field("every").fill("PT20M");
        assertThat(preview.locator("ol li")).hasCount(8);
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + name + "” is changed.");
        assertThat(rule).containsText("Every 20 minutes");
        assertThat(rule).hasClass("HEARTBEAT");

        operations.act(rule, "Delete").click();
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + name + "” is deleted.");
        assertThat(rule).hasCount(0);
    }

    @Test
    void patterns_and_rrules_are_kept_as_they_are_said(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String weekly = CalendarPage.unique("Weekly");
        operations.open("view=rules");
        operations.button("New rule").click();
        operations.field("name").fill(weekly);
        operations.field("queue").fill("night");
        operations.field("type").fill("ledger");
        operations.field("kind").selectOption("PATTERN");
        operations.field("pattern").selectOption("WEEKLY");
        operations.dialog().locator("[name=weekday][value=FRIDAY]").check();
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + weekly + "” is made.");
        Locator rule = operations.ruleOf(weekly);

        operations.act(rule, "Edit").click();
        assertThat(operations.dialog().locator("[name=weekday][value=FRIDAY]")).isChecked();
        assertThat(operations.dialog().locator("[name=weekday][value=MONDAY]")).isChecked();
        operations.field("kind").selectOption("RRULE");
        operations.field("rrule").fill("FREQ=MONTHLY;BYDAY=-1FR");
        operations.submit();
        assertThat(operations.toasts()).containsText("“" + weekly + "” is changed.");
        operations.act(rule, "Edit").click();
        assertThat(operations.field("rrule")).hasValue("FREQ=MONTHLY;BYDAY=-1FR");
    }

    @Test
    void only_admins_pause_and_resume_all_rules_and_say_why(
            @Visit(as = "root") Page page, @Visit(as = "ana") Page other, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String ruleId = operations.rule(CalendarPage.unique("Backup"), NIGHTLY);
        OperationsPage.of(other, suite).open("view=rules");
        assertThat(OperationsPage.of(other, suite).button("New rule")).isVisible();
        assertThat(OperationsPage.of(other, suite).button("Pause all rules")).hasCount(0);
        operations.open("view=rules");
        try {
            operations.button("Pause all rules").first().click();
            assertThat(operations.dialog()).containsText("nothing runs until all are resumed");
            operations.field("reason").fill("the database moves");
            operations.submit();
            assertThat(operations.toasts()).containsText(Pattern.compile("\\d+ rules? (is|are) paused"));
            awaitStatus(operations, ruleId, "PAUSED");
            assertThat(operations.read(ruleId).at("/pause/reason").asString()).isEqualTo("the database moves");

            operations.button("Resume all rules").click();
            operations.field("reason").fill("it has moved");
            operations.submit();
            assertThat(operations.toasts()).containsText(Pattern.compile("\\d+ rules? runs? again"));
            awaitStatus(operations, ruleId, "ACTIVE");
        } finally {
            new Client(suite, "root", "admin").post("/schedules/rules/resume-all", Map.of());
        }
    }

    private static void awaitStatus(OperationsPage operations, String ruleId, String status) {
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(operations.read(ruleId).get("status").asString())
                                .isEqualTo(status));
    }

    @Test
    void every_view_is_for_everybody_in_light(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        eachView(OperationsPage.of(page, suite), "light");
    }

    @Test
    void every_view_is_for_everybody_in_dark(@Visit(as = "ana", dark = true) Page page, Suite suite) throws Exception {
        eachView(OperationsPage.of(page, suite), "dark");
    }

    @Test
    void a_phone_shows_a_list_or_a_day(
            @Visit(as = "ana", width = 360, height = 740, touch = true) Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String backup = CalendarPage.unique("Backup");
        operations.rule(backup, NIGHTLY);
        operations.open("date=" + OperationsPage.tomorrow());
        assertThat(operations.button("Week")).hasCount(0);
        operations.search(backup);
        assertThat(operations.listed(backup).first()).containsText("4:15");
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
        operations.button("Day").tap();
        assertThat(operations.card(backup)).isVisible();
        assertThat(page.locator("body")).hasJSProperty("scrollWidth", 360);
        eachView(operations, "phone");
    }

    @Test
    void the_views_are_read_from_right_to_left_where_people_do(@Visit(as = "ana", locale = "ar") Page page, Suite suite)
            throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String backup = CalendarPage.unique("Backup");
        operations.rule(backup, NIGHTLY);
        page.navigate("/#/operations?date=" + OperationsPage.tomorrow());
        assertThat(page.locator("h1")).hasText("التشغيل");
        assertThat(operations.card(backup).first()).isVisible();
        assertThat(page.locator(".legend")).containsText("نبض");
        Looks.accessible(page);
        Looks.screenshot(page, "operations-arabic");
    }

    @Test
    void times_are_those_of_the_zone_that_is_shown(@Visit(as = "ana") Page page, Suite suite) throws Exception {
        OperationsPage operations = OperationsPage.of(page, suite);
        String backup = CalendarPage.unique("Backup");
        operations.rule(backup, Map.of("cron", "15 4 * * *"), Map.of("timeZone", "UTC"));
        operations.open("view=day&date=" + OperationsPage.tomorrow());
        page.locator(".zone input").fill("Asia/Tokyo");
        page.locator(".zone input").press("Enter");
        assertThat(operations.card(backup)).containsText("13:15");
        operations.card(backup).click();
        assertThat(operations.dialog()).containsText("04:15");
    }

    private static void eachView(OperationsPage operations, String look) throws Exception {
        String name = CalendarPage.unique("Ledger");
        String backup = name + " backup";
        operations.rule(backup, NIGHTLY);
        operations.rule(name + " ping", OFTEN);
        for (String view : List.of("week", "day", "list", "failed", "rules")) {
            operations.open("view=" + view + "&date=" + OperationsPage.tomorrow());
            operations.search(view.equals("failed") ? "" : name);
            assertThat(operations.page().locator(".missed")).isAttached();
            assertThat(
                            view.equals("failed")
                                    ? operations.page().locator("#failed-title")
                                    : operations.page().getByText(backup).first())
                    .isAttached();
            Looks.accessible(operations.page());
            Looks.screenshot(operations.page(), "operations-" + view + "-" + look);
        }
    }
}

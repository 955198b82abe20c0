package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.almanac.local.Suite;
import dev.almanac.local.story.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people see and do in operations, in their words; and the rules and runs that were there before, made by the API. */
record OperationsPage(Page page, Client client) {
    /** A run that nobody reports on is missed a minute after its timeout. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static OperationsPage of(Page page, Suite suite) throws Exception {
        return new OperationsPage(page, new Client(suite, "ana", "manager"));
    }

    static String tomorrow() {
        return LocalDate.now(ZoneId.of("Europe/Vienna")).plusDays(1).toString();
    }

    /** Answers its id. */
    String rule(String name, Map<String, Object> recurrence) throws Exception {
        return rule(name, recurrence, Map.of());
    }

    String rule(String name, Map<String, Object> recurrence, Map<String, Object> more) throws Exception {
        Map<String, Object> rule = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "recurrence",
                recurrence,
                "timeZone",
                "Europe/Vienna",
                "queue",
                "night",
                "jobTemplate",
                Map.of("type", "backup", "timeoutSeconds", 600),
                "metadata",
                Map.of("owner", "ana", "description", "Copies the ledger.")));
        rule.putAll(more);
        return client.create("/schedules/rules", rule);
    }

    /** Answers the occurrence that is due now. */
    String runNow(String ruleId) throws Exception {
        assertThat(client.post("/schedules/rules/" + ruleId + "/run-now", Map.of())
                        .statusCode())
                .isEqualTo(200);
        return awaitRun(ruleId, "DUE");
    }

    String awaitRun(String ruleId, String status) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> runs(ruleId, status), found -> !found.isEmpty())
                .get(0)
                .get("occurrenceId")
                .asString();
    }

    private JsonNode runs(String ruleId, String status) throws Exception {
        return client.get("/runs?ruleId=" + ruleId + "&status=" + status).get("items");
    }

    void report(String occurrenceId, String what, Map<String, Object> note) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>(note);
        body.put("attempt", 1);
        assertThat(client.post("/runs/" + Client.encoded(occurrenceId) + "/" + what, body)
                        .statusCode())
                .isEqualTo(202);
    }

    JsonNode read(String ruleId) throws Exception {
        return client.get("/schedules/rules/" + ruleId);
    }

    OperationsPage open(String parameters) {
        page.navigate("/#/operations?" + parameters);
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Operations")))
                .isVisible();
        return this;
    }

    void search(String wish) {
        page.locator(".search input").fill(wish);
    }

    Locator card(String title) {
        return page.locator(".run-grid .card").filter(new FilterOptions().setHasText(title));
    }

    /** Of what is always running. */
    Locator lane(String title) {
        return page.locator(".always .card").filter(new FilterOptions().setHasText(title));
    }

    Locator missed(String title) {
        return page.locator(".missed li").filter(new FilterOptions().setHasText(title));
    }

    Locator listed(String title) {
        return page.locator("almanac-operations > section .run-list li, almanac-failed .run-list li")
                .filter(new FilterOptions().setHasText(title));
    }

    Locator ruleOf(String title) {
        return page.locator(".rule-list > li").filter(new FilterOptions().setHasText(title));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.locator("dialog[open]").last();
    }

    /** Its name goes on with what it is about. */
    Locator act(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    Locator field(String name) {
        return dialog().locator("[name=" + name + "]");
    }

    void submit() {
        dialog().locator("button[type=submit]").click();
    }

    Locator toasts() {
        return page.locator(".toasts");
    }
}

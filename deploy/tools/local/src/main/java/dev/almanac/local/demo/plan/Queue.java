package dev.almanac.local.demo.plan;

import static dev.almanac.local.demo.plan.Job.at;
import static dev.almanac.local.demo.plan.Job.every;

import java.util.List;

/** Who works on what. */
enum Queue {
    BILLING(
            at("Invoices", "invoice", "%d 1 * * *"),
            at("Payment matching", "match-payments", "%d 7 * * 1-5"),
            at("Reminders of payment", "dun", "%d 6 * * 1"),
            at("VAT report", "report-vat", "%d 4 3 * *"),
            at("Refunds", "refund", "%d 13 * * *")),
    REPORTS(
            at("Occupancy", "report-occupancy", "%d 5 * * *"),
            every("Ticket sales", "report-sales", "PT6H"),
            at("Summary for the board", "report-board", "%d 8 1 * *"),
            at("Forecast of the season", "forecast", "%d 4 * * 1"),
            at("Survey of visitors", "survey", "%d 9 * * 2")),
    BACKUPS(
            // When the clocks go forward there is no such time: the report on clock changes has something to say.
            at("Backup of the ledger", "back-up", "%d 2 * * *"),
            at("Backup of documents", "back-up", "%d 3 * * *"),
            at("Restore drill", "restore-drill", "%d 10 1 * *"),
            at("Archive", "archive", "%d 22 * * 0"),
            at("Check of snapshots", "check-snapshots", "%d 6 * * *")),
    IMPORTS(
            at("Public holidays", "import-holidays", "%d 12 1 * *"),
            at("Partners' calendars", "import-calendars", "%d 4 * * *"),
            every("Ticket system", "sync-tickets", "PT30M"),
            at("Rosters", "import-rosters", "%d 20 * * *"),
            at("Price lists", "import-prices", "%d 5 * * 3")),
    MAIL(
            at("Newsletter", "mail-newsletter", "%d 10 * * 4"),
            at("Reminders of visits", "mail-reminders", "%d 17 * * *"),
            at("Bounces", "read-bounces", "%d 23 * * *"),
            at("Thanks for the visit", "mail-thanks", "%d 11 * * *"),
            at("Press review", "mail-press", "%d 7 * * 1-5")),
    SEARCH(
            at("Full index", "index", "%d 0 * * *"),
            at("Synonyms", "index-synonyms", "%d 3 * * 2"),
            at("Suggestions", "suggest", "%d 12 * * *"),
            at("Dead links", "check-links", "%d 15 * * 6"),
            at("Ranking", "rank", "%d 2 15 * *")),
    CLEANUP(
            at("Sessions", "clean-sessions", "%d 4 * * *"),
            at("Old exports", "clean-exports", "%d 5 * * *"),
            every("Temporary files", "clean-files", "PT12H"),
            at("Rotation of logs", "rotate-logs", "%d 0 * * 0"),
            at("Orphaned pictures", "clean-pictures", "%d 1 * * 6")),
    MONITORING(
            every("Ticket shop answers", "probe-shop", "PT15M"),
            every("Doors answer", "probe-doors", "PT15M"),
            at("Certificates", "check-certificates", "%d 8 * * *"),
            at("Disks", "check-disks", "%d 9 * * *"),
            every("A booking, as visitors do it", "probe-booking", "PT30M"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed, though its type does not say so.
    private final List<Job> jobs;

    Queue(Job... jobs) {
        this.jobs = List.of(jobs);
    }

    List<Job> jobs() {
        return jobs;
    }
}

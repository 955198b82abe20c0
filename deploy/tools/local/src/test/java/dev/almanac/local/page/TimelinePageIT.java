package dev.almanac.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.almanac.local.Suite;
import dev.almanac.local.provider.PublishEntry;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What lies on a person, a site or an asset: bookings, and what other services publish. */
@InBrowser
class TimelinePageIT {
    private static final String DAY = "2035-03-06";

    private static void publish(Suite suite, String json) throws Exception {
        PublishEntry.publish(suite.kafkaServers(), "CalendarEntryPublished.v1", json, Clock.systemUTC());
    }

    private static String entry(
            String type, String id, String owner, String site, String title, String visibility, String attachments) {
        return """
                {"entryType":"%s","entryId":"%s","sequence":0,"ownerId":"%s","siteId":"%s","title":"%s","startDateTime":"%sT09:00:00Z",
                 "endDateTime":"%sT09:30:00Z","visibility":"%s","attachments":[%s]}""".formatted(type, id, owner, site, title, DAY, DAY, visibility, attachments);
    }

    @Test
    @Provokes("404 .*none.png|none.png")
    void a_site_shows_what_happened_there_with_photos_one_by_one_and_private_entries_as_such(
            @Visit(as = "ana") Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "ana", "manager");
        String gate = CalendarPage.unique("Gate");
        String site = calendar.calendar(gate, 1);
        String tour = CalendarPage.unique("Tour");
        calendar.book(site, tour, DAY + "T14:00:00", DAY + "T15:00:00");
        String photo = """
                {"attachmentId":"p1","name":"gate.svg","mediaType":"image/svg+xml","url":"%s/page/icon.svg","latitude":48.2,"longitude":16.37,
                 "quality":0.92,"sizeBytes":12345,"takenAt":"%sT09:01:00Z"}""".formatted(suite.frontUrl(), DAY);
        String gone =
                "{\"attachmentId\":\"p2\",\"name\":\"gone.png\",\"mediaType\":\"image/png\",\"url\":\"%s/page/none.png\"}"
                        .formatted(suite.frontUrl());
        publish(suite, entry("attendance", site, "ana", site, "Check-in", "PUBLIC", photo + "," + gone));
        publish(suite, entry("journal", site, "carl", site, "A hard day", "PRIVATE", gone));

        page.navigate("/#/timeline?context=SITE&id=" + site + "&date=2035-03-01");
        assertThat(page.locator(".entries")).containsText(tour);
        assertThat(page.locator("main")).containsText("Check-in");
        assertThat(page.locator("main")).containsText("2 photos");
        assertThat(page.locator("main")).containsText("Private");
        assertThat(page.locator("main")).not().containsText("A hard day");
        Looks.accessible(page);
        Looks.screenshot(page, "timeline-light");

        page.locator(".entry")
                .filter(new Locator.FilterOptions().setHasText("Check-in"))
                .click();
        calendar.dialog().locator(".thumbnails button").first().click();
        assertThat(calendar.dialog()).containsText("1 of 2: gate.svg");
        assertThat(calendar.dialog()).containsText("48.20000, 16.37000");
        assertThat(calendar.dialog().locator("figure img")).isVisible();
        Looks.accessible(page);
        Looks.screenshot(page, "timeline-lightbox");
        page.keyboard().press("ArrowRight");
        assertThat(calendar.dialog()).containsText("This picture cannot be shown.");
        page.keyboard().press("Home");
        assertThat(calendar.dialog()).containsText("1 of 2");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);

        page.getByText("Attendance").first().click();
        assertThat(page.locator("main")).not().containsText("Check-in");
        calendar.button("With attachments").click();
        assertThat(page.locator("main")).not().containsText(tour);
    }

    @Test
    void an_asset_shows_half_a_year_and_mine_what_i_own(
            @Visit(as = "sue", width = 360, height = 740, dark = true) Page page, Suite suite) throws Exception {
        CalendarPage calendar = CalendarPage.of(page, suite, "sue", "staff");
        CalendarPage manager = CalendarPage.of(page, suite, "ana", "manager");
        String beamer = CalendarPage.unique("Beamer");
        String asset = manager.resource(beamer, "EQUIPMENT");
        publish(suite, """
                {"entryType":"task","entryId":"%s","sequence":0,"ownerId":"sue","assetId":"%s","title":"Lamp changed","startDateTime":"2035-01-10T09:00:00Z",
                 "endDateTime":"2035-01-10T09:30:00Z","visibility":"PUBLIC"}""".formatted(asset, asset));

        page.navigate("/#/timeline?context=ASSET&id=" + asset + "&date=2034-12-01");
        assertThat(page.locator("main")).containsText("Lamp changed");
        Looks.accessible(page);
        Looks.screenshot(page, "timeline-phone-dark");
        page.navigate("/#/timeline?date=2035-01-01");
        assertThat(page.locator("main")).containsText("Lamp changed");
        assertThat(calendar.button("Mine")).hasAttribute("aria-pressed", "true");
    }
}

package dev.almanac.query.events.feed;

import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.resource;

import dev.almanac.query.support.Entry;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** Entries of providers beside our own events: in which context, for whom, and how much of them. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidedFeedIT {
    private static final String MARCH = "/calendar/events?start=2026-03-01&end=2026-04-01";
    private static final String HALF_A_YEAR = "/calendar/events?start=2026-01-01&end=2026-07-01";

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;
    private String owner;
    private String guest;
    private String asset;
    private Entry shift;
    private Entry task;
    private Entry diary;
    private Entry elsewhere;
    private long position;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
        owner = rooms.id("carla");
        guest = rooms.id("guest");
        asset = rooms.id("generator");
        shift = Entry.of("attendance", rooms.id("shift"), owner, "03T08:00", "03T09:30")
                .at(rooms.hall(), null)
                .with(guest)
                .photographed(2);
        task = Entry.of("task", rooms.id("task"), owner, "03T12:00", "03T12:00").at(rooms.hall(), asset);
        diary = Entry.of("journal", rooms.id("diary"), owner, "03T09:30", "03T11:00")
                .at(rooms.hall(), asset)
                .photographed(3)
                .hidden();
        Entry leave = Entry.of("leave", rooms.id("leave"), rooms.id("away"), "01T00:00", "01T00:00")
                .lasting(Duration.ofDays(200));
        feeder.store(leave.published());
        elsewhere = Entry.of("task", rooms.id("elsewhere"), rooms.id("nobody"), "03T07:00", "03T08:00")
                .at(rooms.vault(), null);
        feeder.store(resource(asset, "Generator"));
        feeder.store(event(rooms.id("service"), rooms.hall(), "Service", "03T13:00", "03T14:00", asset));
        List.of(shift, task, diary, elsewhere).forEach(entry -> feeder.store(entry.published()));
        position = feeder.store(event(rooms.id("end"), rooms.vault(), "End", "28T13:00", "28T14:00"));
    }

    @Test
    void without_a_context_the_feed_is_what_it_was() {
        as(owner, MARCH).jsonPath("$.length()").isEqualTo(0);
        viewer(MARCH).jsonPath("$[*].extendedProps.type").doesNotExist();
        viewer(MARCH).jsonPath("$[*].title").isEqualTo(List.of("Talk", "Tea", "Service"));
        viewer(MARCH + "&hasAttachments=true").jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void my_context_shows_whose_entries_they_are_and_who_takes_part() {
        as(owner, MARCH + "&contextType=MY")
                .jsonPath("$[*].id")
                .isEqualTo(List.of(shift.key(), diary.key(), task.key()))
                .jsonPath("$[0].extendedProps.metadata.photoCount")
                .isEqualTo(2)
                .jsonPath("$[0].url")
                .isEqualTo("https://provider.test/" + shift.id());
        as(guest, MARCH + "&contextType=MY").jsonPath("$[*].id").isEqualTo(shift.key());
        as(rooms.subject(Relation.OWNER), MARCH + "&contextType=MY")
                .jsonPath("$[*].extendedProps.type")
                .isEqualTo(List.of("event", "event", "event"));
    }

    @Test
    void the_context_of_a_site_merges_events_and_entries_by_their_start() {
        viewer(MARCH + "&contextType=SITE&contextId=" + rooms.hall())
                .jsonPath("$[*].title")
                .isEqualTo(List.of(shift.title(), "Talk", "Tea", "Private", task.title(), "Service"))
                .jsonPath("$[1].extendedProps.metadata.hasAttachments")
                .isEqualTo(false)
                .jsonPath("$[1].extendedProps.calendarId")
                .isEqualTo(rooms.hall())
                .jsonPath("$[0].extendedProps.entry.siteId")
                .isEqualTo(rooms.hall())
                .jsonPath("$[0].start")
                .isEqualTo("2026-03-03T08:00:00Z");
        viewer(MARCH + "&timeZone=Europe/Berlin&contextType=SITE&contextId=" + rooms.hall())
                .jsonPath("$[0].start")
                .isEqualTo("2026-03-03T09:00:00+01:00");
    }

    @Test
    void the_context_of_an_asset_goes_over_half_a_year() {
        viewer(HALF_A_YEAR + "&contextType=ASSET&contextId=" + asset)
                .jsonPath("$[*].title")
                .isEqualTo(List.of("Private", task.title(), "Service"));
    }

    @Test
    void an_entry_of_many_months_is_shown_in_each_of_them() {
        for (String range : List.of("start=2026-03-01&end=2026-04-01", "start=2026-08-20&end=2026-09-20")) {
            as(rooms.id("away"), "/calendar/events?contextType=MY&" + range)
                    .jsonPath("$[*].extendedProps.type")
                    .isEqualTo("leave");
        }
        as(rooms.id("away"), "/calendar/events?contextType=MY&start=2026-10-01&end=2026-11-01")
                .jsonPath("$.length()")
                .isEqualTo(0);
    }

    @Test
    void filters_choose_by_type_and_by_attachments() {
        String site = MARCH + "&contextType=SITE&contextId=" + rooms.hall();
        viewer(site + "&types=task,attendance").jsonPath("$[*].id").isEqualTo(List.of(shift.key(), task.key()));
        viewer(site + "&types=event").jsonPath("$[*].title").isEqualTo(List.of("Talk", "Tea", "Service"));
        viewer(site + "&types=meeting&types=task").jsonPath("$.length()").isEqualTo(4);
        viewer(site + "&hasAttachments=true").jsonPath("$[*].id").isEqualTo(shift.key());
        viewer(site + "&hasAttachments=false").jsonPath("$.length()").isEqualTo(5);
    }

    @Test
    void a_private_entry_shows_others_when_it_is_and_nothing_more() {
        String journals = MARCH + "&types=journal&contextType=SITE&contextId=" + rooms.hall();
        for (String role : List.of("customer", "manager", "admin")) {
            rooms.get(rooms.subject(Relation.VIEW), role, journals)
                    .jsonPath("$[0].title")
                    .isEqualTo("Private")
                    .jsonPath("$[0].start")
                    .isEqualTo("2026-03-03T09:30:00Z")
                    .jsonPath("$[0].extendedProps.metadata.photoCount")
                    .isEqualTo(0)
                    .jsonPath("$[0].extendedProps.metadata.hasAttachments")
                    .isEqualTo(false)
                    .jsonPath("$[0].extendedProps.entry.description")
                    .doesNotExist()
                    .jsonPath("$[0].url")
                    .doesNotExist();
        }
        viewer(journals + "&hasAttachments=true").jsonPath("$.length()").isEqualTo(0);
        as(owner, MARCH + "&types=journal&contextType=MY")
                .jsonPath("$[0].title")
                .isEqualTo(diary.title())
                .jsonPath("$[0].extendedProps.metadata.photoCount")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MY", "SITE&contextId={hall}", "SITE&contextId={vault}", "ASSET&contextId={asset}"})
    void a_stranger_learns_nothing_in_any_context(String context) {
        String path = MARCH
                + "&contextType="
                + context.replace("{hall}", rooms.hall())
                        .replace("{vault}", rooms.vault())
                        .replace("{asset}", asset);
        rooms.as(rooms.subject(Relation.STRANGER), "customer")
                .get(path, position)
                .jsonPath("$.length()")
                .isEqualTo(0);
    }

    @Test
    void the_context_of_a_calendar_that_is_not_visible_shows_nothing_but_to_managers() {
        String vault = MARCH + "&types=task&contextType=SITE&contextId=" + rooms.vault();
        viewer(vault).jsonPath("$.length()").isEqualTo(0);
        rooms.as(rooms.id("mona"), "manager")
                .get(vault, position)
                .jsonPath("$[*].id")
                .isEqualTo(elsewhere.key());
    }

    @Test
    void a_range_that_is_too_long_for_its_context_names_its_end() {
        for (String context : List.of("", "&contextType=MY", "&contextType=SITE&contextId=x")) {
            api.problem("/calendar/events?start=2026-03-01&end=2026-04-02" + context, 400, "range-too-wide")
                    .jsonPath("$.errors.end[0]")
                    .isNotEmpty();
        }
        api.problem(
                        "/calendar/events?start=2026-01-01&end=2026-07-05&contextType=ASSET&contextId=x",
                        400,
                        "range-too-wide")
                .jsonPath("$.errors.end[0]")
                .isNotEmpty();
        api.invalid(MARCH + "&contextType=SITE", "contextId");
        api.invalid(MARCH + "&contextType=TEAM", "contextType");
    }

    private BodyContentSpec viewer(String path) {
        return as(rooms.subject(Relation.VIEW), path);
    }

    private BodyContentSpec as(String subject, String path) {
        return rooms.as(subject, "customer").get(path, position);
    }
}

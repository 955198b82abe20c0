package dev.almanac.query.provided.attachments;

import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.Entry;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is attached, and to whom it is told. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsIT {
    private static final int AN_HOUR = 100;

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;
    private Entry shift;
    private Entry diary;
    private long position;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
        shift = Entry.of("attendance", rooms.id("shift"), rooms.id("carla"), "03T08:00", "03T09:30")
                .at(rooms.hall(), null)
                .photographed(2);
        diary = Entry.of("journal", rooms.id("diary"), rooms.id("carla"), "03T09:30", "03T11:00")
                .at(rooms.hall(), null)
                .photographed(1)
                .hidden();
        feeder.store(shift.published());
        feeder.store(diary.published());
        position = feeder.store(event(rooms.id("end"), rooms.vault(), "End", "28T13:00", "28T14:00"));
    }

    @Test
    void tells_what_is_known_of_each() {
        as(Relation.VIEW)
                .get(path(shift.key()), position)
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.nextCursor")
                .isEmpty()
                .jsonPath("$.items[0].thumbnailUrl")
                .isEqualTo("https://media.test/" + shift.id() + "/0/small")
                .jsonPath("$.items[0].sha256")
                .isEqualTo("ab".repeat(32))
                .jsonPath("$.items[0].latitude")
                .isEqualTo(52.52)
                .jsonPath("$.items[0].quality")
                .isEqualTo(0.9)
                .jsonPath("$.items[0].takenAt")
                .isEqualTo("2026-03-03T08:00:00Z")
                .jsonPath("$.items[2].mediaType")
                .isEqualTo("application/pdf");
    }

    @Test
    void what_is_private_is_for_its_owner_alone() {
        rooms.as(rooms.id("carla"), "customer")
                .get(path(diary.key()), position)
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        for (String role : List.of("customer", "manager", "admin")) {
            rooms.as(rooms.subject(Relation.VIEW), role).problem(path(diary.key()), 403, "attachments-are-private");
        }
    }

    @Test
    void who_does_not_see_an_entry_is_told_what_is_told_of_none() {
        for (String id : List.of(shift.key(), diary.key(), "attendance:none", "nothing", "event:none", "a:b:c")) {
            as(Relation.STRANGER).problem(path(id), 404, "not-found");
        }
    }

    @Test
    void our_own_events_have_none() {
        for (String id : List.of("event:" + rooms.id("talk"), rooms.id("talk"))) {
            as(Relation.VIEW)
                    .get(path(id), position)
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
            as(Relation.STRANGER).problem(path(id), 404, "not-found");
        }
    }

    @Test
    void the_hundred_and_first_in_an_hour_has_to_wait() {
        Api eager = rooms.as(rooms.id("eager"), "manager");
        assertThat(IntStream.range(0, AN_HOUR).map(_ -> eager.status(path(shift.key()))))
                .containsOnly(200);
        eager.http()
                .get()
                .uri(path(shift.key()))
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-requests");
        assertThat(as(Relation.VIEW).status(path(shift.key()))).isEqualTo(200);
    }

    private Api as(Relation relation) {
        return rooms.as(rooms.subject(relation), "customer");
    }

    private static String path(String id) {
        return "/calendar/events/" + id + "/attachments";
    }
}

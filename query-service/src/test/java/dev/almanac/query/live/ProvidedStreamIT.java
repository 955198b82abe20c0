package dev.almanac.query.live;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.query.support.Entry;
import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.LiveStream;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The stream tells of entries as the feed shows them. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidedStreamIT {
    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private HallAndVault rooms;
    private Entry diary;
    private Entry shift;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
        diary = Entry.of("journal", rooms.id("diary"), rooms.id("carla"), "03T09:30", "03T11:00")
                .photographed(1)
                .hidden();
        shift = Entry.of("attendance", rooms.id("shift"), rooms.id("carla"), "03T08:00", "03T09:30");
    }

    @Test
    void who_sees_a_private_entry_hears_when_it_is_and_its_owner_what() {
        StepVerifier.create(Flux.zip(changes(rooms.as(rooms.subject(Relation.VIEW), "manager")), changes(carla())))
                .then(() -> feeder.store(diary.at(rooms.hall(), null).published()))
                .assertNext(heard -> {
                    assertThat(heard.getT1().toString())
                            .contains("title=Private")
                            .doesNotContain("media.test", "about", diary.title());
                    assertThat(heard.getT2().toString()).contains("media.test", diary.title());
                })
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void why_a_private_entry_was_withdrawn_is_for_nobody_to_hear() {
        Entry gone = Entry.of("journal", rooms.id("gone"), rooms.id("carla"), "03T12:00", "03T13:00")
                .hidden()
                .at(rooms.hall(), null);
        StepVerifier.create(changes(rooms.as(rooms.subject(Relation.VIEW), "manager")))
                .then(() -> {
                    feeder.store(gone.published());
                    feeder.store(new CalendarEntryWithdrawn(gone.type(), gone.id(), 1L, "A matter of health"));
                })
                .expectNextCount(1)
                .assertNext(heard -> assertThat(heard.toString())
                        .contains("CalendarEntryWithdrawn.v1")
                        .doesNotContain("health"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void who_does_not_see_an_entry_does_not_hear_of_it_and_who_does_hears_that_it_is_gone() {
        StepVerifier.create(changes(rooms.as(rooms.subject(Relation.VIEW), "customer"))
                        .map(change -> change.get("type") + " " + change.get("subject")))
                .then(() -> {
                    feeder.store(Entry.of("task", rooms.id("other"), "nobody", "03T08:00", "03T09:00")
                            .at(rooms.vault(), null)
                            .published());
                    feeder.store(shift.at(rooms.hall(), null).published());
                    feeder.store(new CalendarEntryWithdrawn(shift.type(), shift.id(), 1L, null));
                })
                .expectNext("CalendarEntryPublished.v1 " + shift.key())
                .expectNext("CalendarEntryWithdrawn.v1 " + shift.key())
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void a_listener_to_one_calendar_hears_of_the_entries_on_it() {
        Entry task = Entry.of("task", rooms.id("task"), rooms.id("carla"), "04T08:00", "04T09:00");
        StepVerifier.create(LiveStream.stream(rooms.as(rooms.id("mona"), "manager"), "?calendarId=" + rooms.hall())
                        .filter(event -> "change".equals(event.event()))
                        .mapNotNull(LiveStream::subject))
                .then(() -> {
                    feeder.store(task.published());
                    feeder.store(
                            task.at(rooms.hall(), null).numbered(1, "Moved").published());
                })
                .expectNext(task.key())
                .thenCancel()
                .verify(PATIENCE);
    }

    private Api carla() {
        return rooms.as(rooms.id("carla"), "customer");
    }

    /** Of entries of this test alone. */
    private Flux<Map<String, Object>> changes(Api listener) {
        return LiveStream.stream(listener, "")
                .filter(event -> "change".equals(event.event()))
                .mapNotNull(ServerSentEvent::data)
                .filter(change -> String.valueOf(change.get("type")).startsWith("CalendarEntry"))
                .filter(change -> String.valueOf(change.get("subject")).endsWith(rooms.id("")));
    }
}

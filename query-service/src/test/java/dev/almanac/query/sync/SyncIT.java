package dev.almanac.query.sync;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.cleared;
import static dev.almanac.testing.Examples.conflict;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.moved;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.series;
import static dev.almanac.testing.Examples.withdrawn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A client that keeps a list is given what changes. */
@OnRealParts
class SyncIT {
    private static final String MARCH = "from=2026-03-01T00:00:00Z&till=2026-03-15T00:00:00Z&expand=true";
    private final String owned = "cal-" + id();
    private final String shared = "cal-" + id();
    private final String carl = "carl-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    private Api caller;
    private long position;

    @BeforeEach
    void open() {
        caller = api.as(RealParts.ISSUER.token(carl, "staff"));
        feeder.store(calendar(owned, "Own", carl));
        position = feeder.store(calendar(shared, "Bob's", "bob"));
    }

    /** What the client holds, by id. */
    private final class Client {
        private final String question;
        private final Map<String, Object> held = new TreeMap<>();
        private @Nullable String token;

        Client(String question) {
            this.question = question;
        }

        List<Map<String, Object>> sync() {
            Map<String, Object> answer = caller.map(
                    "/schedules?" + question + (token == null ? "&sync=true" : "&syncToken=" + token), position);
            token = (String) requireNonNull(answer.get("nextSyncToken"));
            List<Map<String, Object>> items = items(answer);
            items.forEach(item -> {
                if ("CANCELLED".equals(item.get("status"))) {
                    held.remove(item.get("id"));
                } else {
                    held.put((String) requireNonNull(item.get("id")), item);
                }
            });
            return items;
        }

        Map<String, Object> listed() {
            Map<String, Object> listed = new TreeMap<>();
            items(caller.map("/schedules?limit=1000&" + question, position))
                    .forEach(item -> listed.put((String) requireNonNull(item.get("id")), item));
            return listed;
        }
    }

    @SuppressWarnings("unchecked") // JSON objects
    private static List<Map<String, Object>> items(Map<String, Object> answer) {
        return (List<Map<String, Object>>) requireNonNull(answer.get("items"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void however_changes_and_syncs_follow_each_other_the_client_holds_the_list_as_it_is(long seed) {
        Random random = new Random(seed);
        Client all = new Client(MARCH);
        Client ofOne = new Client(MARCH + "&calendarId=" + shared + "&category=meeting");
        List<EventScheduledOnCalendar> events = new ArrayList<>();
        List<String> series = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            change(random, events, series);
            if (random.nextInt(3) == 0) {
                all.sync();
            }
            if (random.nextInt(6) == 0) {
                ofOne.sync();
            }
        }
        // Whatever was derived before is in the views once this is.
        position = feeder.store(event(id(), owned, "Last", "02T09:00", "02T10:00"));
        all.sync();
        ofOne.sync();

        assertThat(all.held).isEqualTo(all.listed());
        assertThat(ofOne.held).isEqualTo(ofOne.listed());
        assertThat(all.sync()).isEmpty();
    }

    private void change(Random random, List<EventScheduledOnCalendar> events, List<String> series) {
        String on = random.nextBoolean() ? owned : shared;
        String day = "%02d".formatted(1 + random.nextInt(25));
        switch (random.nextInt(9)) {
            case 0 -> position = feeder.store(new CalendarShared(shared, carl, ShareLevel.VIEW));
            case 1 -> position = feeder.store(new CalendarUnshared(shared, carl));
            case 2 -> {
                String id = id();
                series.add(id);
                position = feeder.store(series(id, on, "Standup", day + "T09:00", day + "T10:00"));
                feeder.derive(occurrence(id, on, day + "T09:00", day + "T10:00"));
            }
            case 3 -> series.stream().findAny().ifPresent(id -> feeder.derive(withdrawn(id, day + "T09:00")));
            case 4 -> conflictOf(random, events);
            case 5 -> {
                if (!events.isEmpty()) {
                    EventScheduledOnCalendar gone = events.remove(random.nextInt(events.size()));
                    position = feeder.store(new EventRemovedFromCalendar(
                            gone.scheduleId(), gone.booking().calendarId(), "ana", null));
                }
            }
            case 6 -> {
                if (!events.isEmpty()) {
                    EventScheduledOnCalendar moving = events.get(random.nextInt(events.size()));
                    position = feeder.store(moved(moving, day + "T12:00", day + "T13:00"));
                }
            }
            default -> {
                EventScheduledOnCalendar booked = event(id(), on, "Talk", day + "T09:00", day + "T10:00");
                events.add(booked);
                position = feeder.store(booked);
            }
        }
    }

    private void conflictOf(Random random, List<EventScheduledOnCalendar> events) {
        if (events.size() > 1) {
            String one = events.getFirst().scheduleId();
            String other = events.getLast().scheduleId();
            String id = "conflict-" + one;
            feeder.derive(
                    random.nextBoolean() ? conflict(id, one, other, ConflictLevel.SEVERE) : cleared(id, one, other));
        }
    }

    @Test
    void the_same_token_goes_on_as_long_as_nothing_changes_and_an_older_one_may_be_used_again() {
        position = feeder.store(event(id(), owned, "Talk", "03T09:00", "03T10:00"));
        Client client = new Client(MARCH);
        client.sync();
        String first = requireNonNull(client.token);
        client.sync();
        assertThat(client.token).isEqualTo(first);

        position = feeder.store(event(id(), owned, "Talk", "04T09:00", "04T10:00"));
        assertThat(client.sync()).hasSize(1);
        assertThat(client.token).isNotEqualTo(first);

        // The answer was lost on its way.
        client.token = first;
        assertThat(client.sync()).hasSize(1);
        assertThat(client.held).isEqualTo(client.listed());
    }

    @Test
    void a_feed_is_kept_in_the_same_way_and_its_token_is_for_no_other_list() {
        String id = id();
        EventScheduledOnCalendar talk = event(id, owned, "Talk", "03T09:00", "03T10:00");
        position = feeder.store(talk);
        String feed = "/calendar/events?start=2026-03-01T00:00:00Z&end=2026-03-15T00:00:00Z";
        Map<String, Object> first = caller.map(feed + "&sync=true", position);
        assertThat(items(first)).extracting(item -> item.get("title")).containsExactly("Talk");
        String token = (String) requireNonNull(first.get("nextSyncToken"));

        position = feeder.store(moved(talk, "20T09:00", "20T10:00"));

        assertThat(items(caller.map(feed + "&syncToken=" + token, position)))
                .containsExactly(Map.of("id", id, "status", "CANCELLED"));
        caller.invalid("/schedules?" + MARCH + "&syncToken=" + token, "syncToken");
    }

    @Test
    void another_range_or_filter_goes_on_from_what_the_client_holds() {
        String inMarch = id();
        feeder.store(event(inMarch, owned, "Talk", "03T09:00", "03T10:00"));
        String later = id();
        position = feeder.store(event(later, owned, "Talk", "20T09:00", "20T10:00"));
        Client client = new Client(MARCH);
        client.sync();

        Map<String, Object> answer = caller.map(
                "/schedules?from=2026-03-15T00:00:00Z&till=2026-03-31T00:00:00Z&expand=true&syncToken=" + client.token,
                position);

        assertThat(items(answer))
                .extracting(item -> item.get("id"), item -> "CANCELLED".equals(item.get("status")))
                .containsExactly(tuple(later, false), tuple(inMarch, true));
    }

    @Test
    void a_token_is_its_users_own_and_one_that_nobody_knows_is_expired() {
        Client client = new Client(MARCH);
        client.sync();

        for (String asked : List.of("nobody-knows", requireNonNull(client.token))) {
            api.request("/schedules?" + MARCH + "&syncToken=" + asked, null)
                    .expectStatus()
                    .isEqualTo(410)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:scheduling:problem:sync-token-expired");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=MjAyNi0wMy0wMVQwMDowMDowMFofeA"})
    void a_list_that_is_kept_is_answered_whole(String paging) {
        String parameter = paging.substring(0, paging.indexOf('='));
        caller.invalid("/schedules?sync=true&" + paging, parameter);
    }
}

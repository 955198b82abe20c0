package dev.almanac.terminal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.almanac.terminal.Loopback;
import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Connection;
import dev.almanac.terminal.calendar.Answer;
import dev.almanac.terminal.calendar.Answer.Counts;
import dev.almanac.terminal.calendar.Answer.Entries;
import dev.almanac.terminal.calendar.Answer.Explained;
import dev.almanac.terminal.calendar.Answer.Last;
import dev.almanac.terminal.calendar.Command.ApplySuggestion;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Forecast.Outcome;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.LocalDay;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final LocalDate MONDAY = LocalDate.of(2030, 6, 3);
    private static final Item CONCERT = new Item(
            "concert",
            "Concert",
            Kind.BOOKING,
            new TimeSlot(Instant.parse("2030-06-03T18:00:00Z"), Instant.parse("2030-06-03T20:00:00Z")),
            false,
            "hall",
            "Great Hall",
            "SCHEDULED",
            ConflictLevel.NONE,
            false,
            "",
            3);

    private final Loopback server = new Loopback();
    private final Api api = new Api(new Connection(server.uri(), () -> "token", Clock.fixed(Instant.EPOCH, VIENNA)));
    private final Reading reading = new Reading(api);
    private final Sending sending = new Sending(api);

    @BeforeEach
    void nameEverything() {
        server.answers("/api/v1/calendars", """
                        {"items":[{"id":"hall","name":"Great Hall","calendarType":"VENUE","active":true},
                         {"id":"jobs","name":"Nightly Jobs","calendarType":"QUEUE","active":true}]}
                        """).answers("/api/v1/schedules/rules", """
                        {"items":[{"id":"backup","name":"Backup","queue":"jobs"},{"id":"pulse","name":"Pulse","queue":"pulse"}]}
                        """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lanes_are_calendars_first_and_then_queues_with_and_without_a_calendar() {
        assertThat(reading.answer(new Question.Lanes()))
                .isInstanceOfSatisfying(
                        Answer.LanesKnown.class,
                        known -> assertThat(known.lanes())
                                .extracting(lane -> lane.name() + lane.queue())
                                .containsExactly("Great Hallfalse", "Nightly Jobstrue", "pulsetrue"));
    }

    @Test
    void a_run_that_both_the_calendar_and_the_operators_list_show_is_one_item() {
        aDay();

        assertThat(diary(Filter.ALL))
                .extracting(Item::title, Item::kind, Item::place)
                .containsExactly(
                        tuple("Pulse ×48", Kind.RUN, "pulse"),
                        tuple("Backup", Kind.MISSED_RUN, "Nightly Jobs"),
                        tuple("Concert", Kind.BOOKING, "Great Hall"),
                        tuple("Ticket", Kind.PROVIDED_ENTRY, "Great Hall"));
    }

    @Test
    void a_filter_shows_what_is_on_a_calendar_or_a_queue() {
        aDay();

        assertThat(diary(new Filter(Set.of("hall"), Set.of())))
                .extracting(Item::title)
                .containsExactly("Concert", "Ticket");
        assertThat(diary(new Filter(Set.of(), Set.of("pulse"))))
                .extracting(Item::title)
                .containsExactly("Pulse ×48");
        assertThat(diary(new Filter(Set.of(), Set.of("jobs"))))
                .extracting(Item::title)
                .containsExactly("Backup");
    }

    @Test
    void a_month_counts_events_and_runs_of_each_day() {
        server.answers("/api/v1/calendar/2030/6", """
                {"days":[{"date":"2030-06-03","events":7,"openConflicts":1}]}
                """).answers("/api/v1/schedules/window", """
                {"buckets":[{"localTime":"2030-06-03T00:00:00+02:00","jobCount":49},
                 {"localTime":"2030-06-04T00:00:00+02:00","jobCount":2}]}
                """);

        assertThat(reading.answer(new Question.CountsOf(YearMonth.of(2030, 6), VIENNA, Filter.ALL)))
                .isInstanceOfSatisfying(Counts.class, told -> {
                    assertThat(told.counts().on(MONDAY)).isEqualTo(new DayCount(7, 49, 1));
                    assertThat(told.counts().on(MONDAY.plusDays(1))).isEqualTo(new DayCount(0, 2, 0));
                });
    }

    @Test
    void a_conflict_is_explained_by_the_clocks_of_whoever_asks() {
        server.answers("/api/v1/schedules/conflicts/c", """
                {"id":"c","scheduledEventId":"recording","scheduledEventTitle":"Recording","conflictingEventId":"concert",
                 "conflictingEventTitle":"Concert","conflictType":"STAFF_CONFLICT","conflictLevel":"MODERATE","status":"DETECTED",
                 "overlapStart":"2030-06-03T19:00:00Z","overlapEnd":"2030-06-03T20:00:00Z",
                 "explanation":"Both claim Clara from 2030-06-03T19:00:00Z on.",
                 "suggestedResolutions":[{"method":"RESCHEDULED","scheduleId":"concert",
                  "startDateTime":"2030-06-03T16:30:00Z","endDateTime":"2030-06-03T18:30:00Z"},
                  {"method":"RESOURCE_CHANGED","scheduleId":"recording","resourceName":"Berta"}]}
                """);

        assertThat(reading.answer(new Question.ConflictOf("c", VIENNA)))
                .isInstanceOfSatisfying(Explained.class, told -> {
                    assertThat(told.conflict().explanation()).isEqualTo("Both claim Clara from Mon 3 Jun 21:00 on.");
                    assertThat(told.conflict().suggestions())
                            .extracting(Suggestion::sentence)
                            .containsExactly("Move Concert to Mon 3 Jun 18:30–20:30", "Recording with Berta");
                    way(told);
                });
    }

    /** A way out is sent as it was offered, and only while it is. */
    private void way(Explained told) {
        server.answers("/api/v1/schedules/conflicts/c/apply", "{\"id\":\"c\"}");
        sending.send(new ApplySuggestion(
                told.conflict(), told.conflict().suggestions().getFirst()));
        assertThat(server.last().body()).contains("\"scheduleId\":\"concert\"", "2030-06-03T16:30:00Z");

        ApplySuggestion gone = new ApplySuggestion(told.conflict(), new Suggestion("Move it", "{}"));
        assertThatThrownBy(() -> sending.send(gone)).hasMessageContaining("no longer offered");
    }

    @Test
    void what_can_be_undone_is_named() {
        server.answers("/api/v1/changes", """
                {"items":[{"changeId":"1","type":"EventRescheduled.v1","subject":"concert","undoableUntil":"2030-06-03T10:05:00Z"}]}
                """)
                .answers("/api/v1/schedules/concert", "{\"id\":\"concert\",\"title\":\"Concert\"}");

        assertThat(reading.answer(new Question.LastUndoable()))
                .isInstanceOfSatisfying(
                        Last.class,
                        told -> assertThat(told.change())
                                .hasValueSatisfying(
                                        change -> assertThat(change.what()).isEqualTo("Event rescheduled: Concert")));
    }

    @Test
    void a_move_that_would_be_refused_says_who_is_in_the_way() {
        server.answers("/api/v1/what-if", """
                {"results":[{"status":409,"body":{"detail":"The calendar is full","status":409,
                 "conflictingEvents":[{"title":"Banquet","startDateTime":"2030-06-03T10:00:00Z","endDateTime":"2030-06-03T13:00:00Z"}]}}]}
                """);

        assertThat(forecast(12).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(forecast(12).sentences())
                .containsExactly("The calendar is full.", "In the way: Banquet, Mon 3 Jun 12:00–15:00.");
        assertThat(server.last().body()).contains("/schedules/concert/reschedule", "2030-06-03T12:00", "Europe/Vienna");
    }

    @Test
    void a_move_into_a_conflict_names_the_other_one() {
        server.answers("/api/v1/what-if", """
                {"results":[{"status":200,"body":{}}],"detected":[{"id":"c","scheduledEventId":"concert","scheduledEventTitle":"Concert",
                 "conflictingEventId":"x","conflictingEventTitle":"Recording","conflictType":"STAFF_CONFLICT",
                 "overlapStart":"2030-06-03T10:00:00Z","overlapEnd":"2030-06-03T11:00:00Z"}]}
                """);

        assertThat(forecast(12).outcome()).isEqualTo(Outcome.WARNED);
        assertThat(forecast(12).sentences())
                .last()
                .asString()
                .isEqualTo("Recording, staff conflict, Mon 3 Jun 12:00–13:00");
    }

    @Test
    void a_move_to_where_it_is_asks_nobody() {
        assertThat(forecast(20).sentences()).containsExactly("It is there now: choose another time.");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void an_event_is_moved_over_the_version_that_was_shown() {
        server.answers("/api/v1/schedules/concert/reschedule", "{\"id\":\"concert\"}");
        sending.send(move(12));

        assertThat(server.last().header("If-Match")).isEqualTo("\"3\"");
        assertThat(server.last().body()).contains("\"newStartDateTime\":\"2030-06-03T12:00\"");
    }

    private void aDay() {
        server.answers("/api/v1/calendar/events", """
                [{"id":"concert","title":"Concert","extendedProps":{"calendarId":"hall","status":"SCHEDULED",
                  "startDateTime":"2030-06-03T18:00:00Z","endDateTime":"2030-06-03T20:00:00Z"}},
                 {"id":"backup@1","title":"Backup","extendedProps":{"calendarId":"jobs","run":{"state":"MISSED"},
                  "startDateTime":"2030-06-03T01:00:00Z","endDateTime":"2030-06-03T01:10:00Z"}},
                 {"id":"ticket","title":"Ticket","extendedProps":{"calendarId":"hall","entry":{"status":"OPEN",
                  "startDateTime":"2030-06-03T19:00:00Z"}}}]
                """).answers("/api/v1/ops/calendar/events", """
                {"items":[{"id":"backup@1","ruleId":"backup","title":"Backup","status":"MISSED","scheduledAt":"2030-06-03T01:00:00Z","count":1},
                 {"id":"pulse@1","ruleId":"pulse","title":"Pulse","status":"SCHEDULED","scheduledAt":"2030-06-02T22:00:00Z","count":48}]}
                """);
    }

    private List<Item> diary(Filter filter) {
        Answer answer = reading.answer(new Question.DiaryOf(new LocalDay(MONDAY, VIENNA).slot(), VIENNA, filter));
        return answer instanceof Entries entries ? entries.diary().items() : List.of();
    }

    private Forecast forecast(int hour) {
        return new Forecasting(sending).of(move(hour));
    }

    private static RescheduleEvent move(int hour) {
        return new RescheduleEvent(CONCERT, MONDAY.atTime(hour, 0), VIENNA, Optional.empty(), "", "");
    }
}

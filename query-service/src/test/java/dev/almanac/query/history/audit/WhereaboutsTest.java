package dev.almanac.query.history.audit;

import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.moved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.query.history.HistoryProjection;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.support.Given;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final EventScheduledOnCalendar IN_THE_HALL = event("talk", "hall", "Talk", "03T09:00", "03T10:00");
    private final PublishedChange booked = kept(0);
    private final PublishedChange move = kept(1);
    private final PublishedChange removed = kept(2);
    private final PublishedChange elsewhere = kept(3);
    private final PublishedChange moveElsewhere = kept(4);
    private final Whereabouts known = new Whereabouts(List.of(booked, removed, elsewhere));

    @Test
    void a_change_that_names_no_calendar_is_on_the_one_that_was_named_last_before_it() {
        assertThat(move.calendarId()).isNull();
        assertThat(known.of(booked)).contains("hall");
        assertThat(known.of(move)).contains("hall");
        assertThat(known.of(removed)).contains("hall");
        assertThat(known.of(elsewhere)).contains("vault");
        assertThat(known.of(moveElsewhere)).contains("vault");
    }

    @Test
    void a_change_of_which_nothing_earlier_is_known_is_nowhere() {
        assertThat(new Whereabouts(List.of(elsewhere)).of(move)).isEmpty();
    }

    private static PublishedChange kept(int change) {
        Change[] all = {
            IN_THE_HALL,
            moved(IN_THE_HALL, "04T09:00", "04T10:00"),
            new EventRemovedFromCalendar("talk", "hall", "ana", null),
            event("talk", "vault", "Talk", "04T09:00", "04T10:00"),
            moved(IN_THE_HALL, "05T09:00", "05T10:00")
        };
        return Objects.requireNonNull(Given.of(new HistoryProjection(), all).then("change-" + change));
    }
}

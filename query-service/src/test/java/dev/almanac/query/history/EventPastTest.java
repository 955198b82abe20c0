package dev.almanac.query.history;

import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.support.Given;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventPastTest {
    private static final Change TALK = event("talk", "hall", "Talk", "03T09:00", "03T10:00");
    private static final Change UNSCHEDULED = new EventRemovedFromCalendar("talk", "hall", "max", "ill", true);

    @Test
    void what_was_kept_is_folded_change_by_change() {
        List<HistoryItem> items = EventPast.of("talk", List.of(told(0), told(1)));

        assertThat(items).extracting(HistoryItem::reason).containsExactly(null, "ill");
        assertThat(after(items.getLast()).status()).isEqualTo(ScheduleStatus.UNSCHEDULED);
    }

    @Test
    void what_an_earlier_build_kept_is_of_the_first_revision_and_is_folded_all_the_same() {
        assertThat(told(1).revision()).isEqualTo("2");
        String json = "{\"scheduleId\":\"talk\",\"calendarId\":\"hall\",\"removedBy\":\"max\",\"reason\":\"rain\"}";
        PublishedChange earlier = new PublishedChange(
                "change-1", "talk", told(1).type(), null, json, 1, 2, "max", told(1).time(), null, null, null);

        List<HistoryItem> items = EventPast.of("talk", List.of(told(0), earlier));

        assertThat(items).extracting(HistoryItem::reason).containsExactly(null, "rain");
        assertThat(after(items.getLast()).status()).isEqualTo(ScheduleStatus.CANCELLED);
    }

    private static Snapshot after(HistoryItem item) {
        return Objects.requireNonNull(item.after());
    }

    private static PublishedChange told(int change) {
        return Objects.requireNonNull(
                Given.of(new HistoryProjection(), TALK, UNSCHEDULED).then("change-" + change));
    }
}

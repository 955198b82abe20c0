package dev.almanac.query.provided;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.query.support.Entry;
import dev.almanac.query.support.Given;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is late counts for nothing, wherever it comes from. */
class ProvidedEntryTest {
    private static final Entry TASK = Entry.of("task", "7", "clara", "03T09:00", "03T10:00")
            .at("hall", "beamer")
            .with("ben");
    private static final CalendarEntryWithdrawn WITHDRAWN = new CalendarEntryWithdrawn("task", "7", 5L, null);

    @Test
    void an_entry_is_what_was_said_with_the_greatest_number() {
        assertThat(title(said(3, "Third"), said(1, "First"), said(3, "Repeated")))
                .isEqualTo("Third");
        assertThat(title(said(0, "First"), said(1_772_441_100_000L, "By the clock")))
                .isEqualTo("By the clock");
    }

    @Test
    void a_withdrawn_entry_is_gone_until_it_is_published_anew() {
        assertThat(title(said(1, "First"), WITHDRAWN, said(4, "Late"))).isNull();
        assertThat(title(WITHDRAWN, said(4, "Late"))).isNull();
        assertThat(title(said(1, "First"), WITHDRAWN, said(6, "Back"))).isEqualTo("Back");
    }

    @Test
    void those_who_could_see_it_hear_that_it_is_gone() {
        ProvidedEntry gone = Objects.requireNonNull(then(said(1, "First"), WITHDRAWN));
        assertThat(gone.people()).containsExactly("clara", "ben");
        assertThat(gone.siteId()).isEqualTo("hall");
        assertThat(gone.lanes()).isEmpty();
    }

    @Test
    void it_is_found_by_its_people_its_site_and_its_asset_in_the_weeks_that_it_covers() {
        ProvidedEntry entry = Objects.requireNonNull(then(said(0, "First")));
        assertThat(entry.lanes())
                .hasSize(4)
                .extracting(lane -> lane.substring(0, lane.lastIndexOf(':')))
                .containsExactly("p:clara", "p:ben", "c:hall", "r:beamer");
    }

    @Test
    void one_that_goes_on_for_months_is_found_through_a_lane_of_its_own() {
        CalendarEntryPublished year = Entry.of("task", "7", "clara", "01T09:00", "02T09:00")
                .lasting(Duration.ofDays(300))
                .published();
        assertThat(Objects.requireNonNull(then(year)).lanes()).containsExactly("p:clara:long");
    }

    @Test
    void types_keep_their_ids_apart() {
        CalendarEntryPublished ticket =
                Entry.of("ticket", "7", "ben", "03T09:00", "03T10:00").published();
        assertThat(Given.of(new ProvidedEntryProjection(), said(0, "Task"), ticket)
                        .stored())
                .extracting(stored -> stored.id())
                .isEqualTo(List.of("task:7", "ticket:7"));
    }

    private static CalendarEntryPublished said(long sequence, String title) {
        return TASK.numbered(sequence, title).published();
    }

    private static @Nullable String title(Change... changes) {
        ProvidedEntry entry = then(changes);
        return entry == null || entry.entry() == null ? null : entry.entry().title();
    }

    private static @Nullable ProvidedEntry then(Change... changes) {
        return Given.of(new ProvidedEntryProjection(), changes).then("task:7");
    }
}

package dev.almanac.query.views;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.query.calendars.CalendarProjection;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.ScheduleProjection;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldTest {
    private final CalendarProjection calendars = new CalendarProjection();

    @Test
    void drops_what_the_publisher_repeats_at_a_later_offset() {
        Delivered first = delivered(calendar("hall", "Hall"), 0, 7);
        Delivered renamed = delivered(calendar("hall", "Loft"), 1, 8);
        Delivered repeated = delivered(calendar("hall", "Hall"), 2, 7);

        assertThat(name(Fold.of(calendars, Map.of(), List.of(first, renamed, repeated))))
                .isEqualTo("Loft");
    }

    @Test
    void takes_what_streams_derive_by_offset_alone() {
        Delivered first = delivered(calendar("hall", "Hall"), 0, 0);
        Delivered second = delivered(calendar("hall", "Loft"), 1, 0);

        assertThat(name(Fold.of(calendars, Map.of(), List.of(first, second, first))))
                .isEqualTo("Loft");
    }

    @Test
    void a_change_that_a_projection_cannot_take_does_not_stop_the_others() {
        ReadModel<CalendarView> broken = new FailingOn("bad");

        Fold<CalendarView> fold = Fold.of(
                broken,
                Map.of(),
                List.of(delivered(calendar("bad", "Bad"), 0, 1), delivered(calendar("good", "Good"), 1, 2)));

        assertThat(fold.written()).containsOnlyKeys("good");
        assertThat(fold.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.delivered().offset()).isZero());
    }

    @Test
    void asks_for_the_documents_of_its_own_changes_only() {
        List<Delivered> batch = List.of(
                delivered(calendar("hall", "Hall"), 0, 1),
                delivered(event("talk", "hall", "Talk", "03T09:00", "03T10:00"), 0, 2));

        assertThat(Fold.keys(calendars, batch)).containsExactly("hall");
        assertThat(Fold.keys(new ScheduleProjection(), batch)).containsExactly("talk");
    }

    private static String name(Fold<CalendarView> fold) {
        Stored<CalendarView> stored =
                java.util.Objects.requireNonNull(fold.written().get("hall"));
        return java.util.Objects.requireNonNull(stored.view()).profile().name();
    }

    private static Delivered delivered(Change change, long offset, long position) {
        ChangeMetadata metadata =
                new ChangeMetadata("id" + position, "/test", Feeder.CREATED, offset, position, "ana", "corr", "cause");
        return new Delivered("topic", 0, offset, Recorded.of(change, metadata));
    }

    /** Its code has a mistake that one document brings out. */
    private record FailingOn(String id, CalendarProjection rest)
            implements ReadModel<CalendarView>, Projection<CalendarView, CalendarChange> {
        FailingOn(String id) {
            this(id, new CalendarProjection());
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Class<CalendarView> viewType() {
            return CalendarView.class;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Projection<CalendarView, ?>> projections() {
            return List.of(this);
        }

        @Override
        public Class<CalendarChange> changes() {
            return CalendarChange.class;
        }

        @Override
        public List<String> keys(CalendarChange change) {
            return rest.keys(change);
        }

        @Override
        public @org.jspecify.annotations.Nullable CalendarView apply(
                @org.jspecify.annotations.Nullable CalendarView view, String key, Recorded<CalendarChange> recorded) {
            if (key.equals(id)) {
                throw new IllegalStateException("mistake");
            }
            return rest.apply(view, key, recorded);
        }

        @Override
        public List<List<String>> indexes() {
            return List.of();
        }
    }
}

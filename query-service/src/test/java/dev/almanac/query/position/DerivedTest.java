package dev.almanac.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DerivedTest {
    private static final TopicPartition SERIES = new TopicPartition(Topic.SCHEDULES_V1, 3);
    private static final TopicPartition HALL = new TopicPartition(Topic.CALENDARS_V1, 1);
    private static final TopicPartition OCCURRENCES = new TopicPartition(Topic.OCCURRENCES_V1, 3);
    private static final TopicPartition LANES = new TopicPartition(Underway.LANES, 0);
    private static final TopicPartition CONFLICTS = new TopicPartition(Topic.CONFLICTS_V1, 5);

    private final Derived derived = new Derived();
    private final Map<TopicPartition, Long> expander = new HashMap<>();
    private final Map<TopicPartition, Long> detector = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> views = new HashMap<>();

    @Test
    void
            a_series_has_passed_with_its_occurrences_once_the_views_contain_what_the_expander_wrote_until_it_had_read_it() {
        published(7, SERIES, 10);
        views.put(SERIES, 11L);
        ends.put(OCCURRENCES, 20L);
        assertThat(isExpanded(7)).as("the expander has not read it").isFalse();

        expander.put(SERIES, 11L);
        ends.put(OCCURRENCES, 25L);
        assertThat(isExpanded(7)).as("the views lack what it wrote").isFalse();

        ends.put(OCCURRENCES, 99L);
        views.put(OCCURRENCES, 25L);
        assertThat(isExpanded(7)).as("what came later is not waited for").isTrue();
    }

    @Test
    void it_has_passed_with_its_conflicts_once_the_views_contain_what_both_steps_of_the_detector_made_of_it() {
        published(7, SERIES, 10);
        views.putAll(Map.of(SERIES, 11L, OCCURRENCES, 25L));
        expander.put(SERIES, 11L);
        ends.put(OCCURRENCES, 25L);
        assertThat(isExpanded(7)).isTrue();
        assertThat(isExamined(7))
                .as("the detector has not read the occurrences")
                .isFalse();

        detector.putAll(Map.of(SERIES, 11L, OCCURRENCES, 25L));
        ends.put(LANES, 40L);
        assertThat(isExamined(7)).as("lanes have not been told yet").isFalse();

        detector.put(LANES, 40L);
        ends.put(CONFLICTS, 3L);
        assertThat(isExamined(7)).as("the views lack the conflict").isFalse();

        views.put(CONFLICTS, 3L);
        assertThat(isExamined(7)).isTrue();
    }

    @Test
    void what_nothing_is_derived_from_waits_for_no_stream() {
        published(7, new TopicPartition(Topic.RUN_REPORTS_V1, 0), 10);
        views.put(new TopicPartition(Topic.RUN_REPORTS_V1, 0), 11L);
        assertThat(isExpanded(7)).isTrue();
        assertThat(isExamined(7)).isTrue();
    }

    @Test
    void the_expander_need_not_read_a_calendar_but_the_detector_must() {
        published(7, HALL, 10);
        views.put(HALL, 11L);
        assertThat(isExpanded(7)).isTrue();
        assertThat(isExamined(7)).isFalse();

        detector.put(HALL, 11L);
        assertThat(isExamined(7)).isTrue();
    }

    @Test
    void a_position_waits_for_those_before_it() {
        published(6, SERIES, 10);
        published(7, HALL, 10);
        views.putAll(Map.of(SERIES, 11L, HALL, 11L));
        detector.put(HALL, 11L);
        assertThat(isExamined(7)).isFalse();

        expander.put(SERIES, 11L);
        detector.put(SERIES, 11L);
        assertThat(isExamined(7)).isTrue();
    }

    @Test
    void points_beyond_the_bound_are_merged_and_none_passes_too_early() {
        for (long position = 1; position <= 2_500; position++) {
            published(position, SERIES, position);
        }
        views.put(SERIES, 900L);
        expander.put(SERIES, 900L);
        detector.put(SERIES, 900L);
        assertThat(isExamined(899)).isTrue();
        assertThat(isExamined(900)).isFalse();

        views.put(SERIES, 2_501L);
        expander.put(SERIES, 2_501L);
        detector.put(SERIES, 2_501L);
        assertThat(isExamined(2_500)).isTrue();
    }

    private void published(long position, TopicPartition partition, long offset) {
        derived.published(new PublishedUpTo(position, Set.of(), Map.of(partition.toString(), offset)));
    }

    private boolean isExpanded(long position) {
        look();
        return derived.expanded().covers(position);
    }

    private boolean isExamined(long position) {
        look();
        return derived.examined().covers(position);
    }

    private void look() {
        derived.looked(new StreamProgress(expander, detector, ends));
        derived.advance((partition, offset) -> views.getOrDefault(partition, 0L) > offset);
    }
}

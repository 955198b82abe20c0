package dev.almanac.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.PublishedUpTo;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private final Passed passed = new Passed();
    private final Map<String, Long> views = new HashMap<>();

    @Test
    void nothing_has_passed_before_anything_was_published() {
        assertThat(hasPassed(0)).isFalse();
    }

    @Test
    void a_position_passes_when_the_views_contain_all_that_was_published_with_it() {
        passed.published(new PublishedUpTo(5, Set.of(), Map.of("a-0", 10L, "a-1", 3L)), NOW);
        views.put("a-0", 10L);
        assertThat(hasPassed(5)).isFalse();

        views.put("a-1", 3L);
        assertThat(hasPassed(5)).isTrue();
        assertThat(hasPassed(6)).isFalse();
    }

    @Test
    void a_position_waits_for_those_before_it() {
        passed.published(new PublishedUpTo(5, Set.of(), Map.of("a-0", 10L)), NOW);
        passed.published(new PublishedUpTo(6, Set.of(), Map.of("a-1", 3L)), NOW);
        views.put("a-1", 3L);
        assertThat(hasPassed(6)).isFalse();

        views.put("a-0", 10L);
        assertThat(hasPassed(6)).isTrue();
    }

    @Test
    void a_position_in_a_gap_passes_once_the_gap_is_filled() {
        passed.published(new PublishedUpTo(7, Set.of(6L), Map.of()), NOW);
        assertThat(hasPassed(7)).isTrue();
        assertThat(hasPassed(6)).isFalse();

        passed.published(new PublishedUpTo(7, Set.of(), Map.of("a-0", 1L)), NOW);
        assertThat(hasPassed(6)).isFalse();
        views.put("a-0", 1L);
        assertThat(hasPassed(6)).isTrue();
    }

    @Test
    void points_beyond_the_bound_are_merged_and_none_passes_too_early() {
        for (long position = 1; position <= 25_000; position++) {
            passed.published(new PublishedUpTo(position, Set.of(), Map.of("a-0", position)), NOW);
        }
        views.put("a-0", 9_000L);
        assertThat(hasPassed(9_000)).isTrue();
        assertThat(hasPassed(9_001)).isFalse();

        views.put("a-0", 25_000L);
        assertThat(hasPassed(25_000)).isTrue();
    }

    @Test
    void the_views_are_behind_since_the_first_was_published_that_they_lack() {
        assertThat(passed.behindSince()).isNull();
        passed.published(new PublishedUpTo(5, Set.of(), Map.of("a-0", 10L)), NOW);
        passed.published(new PublishedUpTo(6, Set.of(), Map.of("a-0", 11L)), NOW.plusSeconds(3));
        assertThat(hasPassed(5)).isFalse();
        assertThat(passed.behindSince()).isEqualTo(NOW);

        views.put("a-0", 10L);
        assertThat(hasPassed(5)).isTrue();
        assertThat(passed.behindSince()).isEqualTo(NOW.plusSeconds(3));

        views.put("a-0", 11L);
        assertThat(hasPassed(6)).isTrue();
        assertThat(passed.behindSince()).isNull();
    }

    private boolean hasPassed(long position) {
        return passed.advance((partition, offset) -> views.getOrDefault(partition.toString(), -1L) >= offset)
                .covers(position);
    }
}

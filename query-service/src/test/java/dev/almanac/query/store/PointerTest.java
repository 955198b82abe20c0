package dev.almanac.query.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.store.Layout.Place;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointerTest {
    private static final Map<String, Integer> VERSIONS = Map.of("calendars", 8, "titles", 1);
    private static final Pointer FIRST = new Pointer(Layout.of(1, VERSIONS), null);

    @Test
    void nothing_is_outdated_that_was_built_by_the_same_version() {
        assertThat(FIRST.outdated(VERSIONS)).isEmpty();
        assertThat(FIRST.outdated(Map.of("calendars", 8, "titles", 2))).isEqualTo(Map.of("titles", 2));
        assertThat(FIRST.outdated(Map.of("calendars", 8, "titles", 1, "new", 1)))
                .isEqualTo(Map.of("new", 1));
    }

    @Test
    void a_view_alone_is_joined_with_the_others_before_readers_see_it() {
        Pointer alone = FIRST.building(Map.of("titles", 2));
        assertThat(alone.isComplete(VERSIONS.keySet())).isFalse();
        Pointer joined = alone.joined();
        assertThat(joined.isComplete(VERSIONS.keySet())).isTrue();
        Pointer switched = joined.switched();
        assertThat(switched.active().number()).isEqualTo(3);
        assertThat(switched.active().views())
                .isEqualTo(Map.of("calendars", new Place(1, 8), "titles", new Place(2, 2)));
        assertThat(switched.isRebuilding()).isFalse();
    }

    @Test
    void a_rebuild_of_all_takes_the_place_of_one_of_some_and_no_number_that_this_may_have_used() {
        Pointer alone = FIRST.building(Map.of("titles", 2));
        assertThat(alone.isRebuildingAll(VERSIONS.keySet())).isFalse();
        Pointer all = alone.building(VERSIONS);
        assertThat(all.isRebuildingAll(VERSIONS.keySet())).isTrue();
        assertThat(requireNonNull(all.building()).number())
                .isGreaterThan(requireNonNull(alone.joined().building()).number());
    }

    @Test
    void views_that_are_gone_from_the_code_hold_nothing_up() {
        Pointer all = FIRST.building(Map.of("calendars", 8));
        assertThat(all.isRebuildingAll(Set.of("calendars"))).isTrue();
        assertThat(all.isComplete(Set.of("calendars"))).isTrue();
        assertThat(all.switched().uses("titles", 1)).isFalse();
    }

    @Test
    void what_nobody_sees_and_nobody_builds_is_not_used() {
        Pointer switched = FIRST.building(Map.of("titles", 2)).joined().switched();
        assertThat(switched.uses("calendars", 1)).isTrue();
        assertThat(switched.uses("titles", 1)).isFalse();
        assertThat(switched.uses("titles", 2)).isTrue();
        assertThat(switched.uses("positions", 1)).isFalse();
        assertThat(switched.uses("positions", 3)).isTrue();
        assertThat(switched.uses("former", 1)).isFalse();
    }
}

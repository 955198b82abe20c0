package dev.almanac.query.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.store.Layout.Place;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointerTest {
    private static final Map<String, Integer> VERSIONS = Map.of("calendars", 8, "titles", 1);
    private static final Map<String, Integer> NEXT = Map.of("calendars", 8, "titles", 2);
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
        assertThat(alone.isRebuildingAll(VERSIONS)).isFalse();
        Pointer all = alone.building(VERSIONS);
        assertThat(all.isRebuildingAll(VERSIONS)).isTrue();
        assertThat(requireNonNull(all.building()).number())
                .isGreaterThan(requireNonNull(alone.joined().building()).number());
    }

    @Test
    void views_that_are_gone_from_the_code_hold_nothing_up() {
        Pointer all = FIRST.building(Map.of("calendars", 8));
        assertThat(all.isRebuildingAll(Map.of("calendars", 8))).isTrue();
        assertThat(all.isComplete(Set.of("calendars"))).isTrue();
        assertThat(all.switched().uses("titles", 1)).isFalse();
    }

    @Test
    void other_code_does_not_take_part_in_a_rebuild_and_is_not_held_up_by_it() {
        Pointer all = FIRST.building(VERSIONS);
        assertThat(all.isBuildableBy(VERSIONS)).isTrue();
        assertThat(all.isBuildableBy(NEXT)).isFalse();
        assertThat(all.isRebuildingAll(NEXT)).isFalse();
        assertThat(FIRST.building(Map.of("titles", 2)).isBuildableBy(VERSIONS)).isFalse();
        assertThat(FIRST.building(Map.of("titles", 2)).joined().isBuildableBy(Map.of("calendars", 9, "titles", 2)))
                .as("whoever keeps the active calendars up to date may do so beside new titles")
                .isTrue();
    }

    @Test
    void what_is_taken_over_is_what_this_code_has_to_build_under_a_number_that_nobody_has_used() {
        Pointer left = FIRST.keptBy(NEXT).building(Map.of("titles", 2));
        Map<String, Integer> later = Map.of("calendars", 9, "titles", 3);
        assertThat(built(left.takenOver(later))).isEqualTo(Layout.of(4, later));
        assertThat(built(left.joined().takenOver(Map.of("calendars", 8, "titles", 3))))
                .isEqualTo(Layout.of(5, Map.of("titles", 3)));
    }

    @Test
    void a_rebuild_of_all_is_taken_over_as_one_of_all() {
        assertThat(built(FIRST.building(VERSIONS).takenOver(NEXT))).isEqualTo(Layout.of(4, NEXT));
        Map<String, Integer> more = Map.of("calendars", 8, "titles", 1, "new", 1);
        assertThat(built(FIRST.building(VERSIONS).takenOver(more))).isEqualTo(Layout.of(4, more));
    }

    @Test
    void where_nothing_is_left_to_build_the_active_views_go_on_behind_the_numbers_that_were_used() {
        Pointer over = FIRST.building(Map.of("new", 1)).takenOver(VERSIONS);
        assertThat(built(over)).isEqualTo(new Layout(4, FIRST.active().views()));
        assertThat(over.isBuildableBy(VERSIONS)).isTrue();
        assertThat(over.isComplete(VERSIONS.keySet())).isTrue();
        assertThat(over.switched().uses("new", 2)).isFalse();
    }

    @Test
    void a_view_that_was_kept_by_other_code_or_by_none_is_outdated_when_its_code_comes_back() {
        assertThat(FIRST.keptBy(VERSIONS)).isEqualTo(FIRST);
        Pointer without = FIRST.keptBy(Map.of("calendars", 8));
        assertThat(without.outdated(VERSIONS)).isEqualTo(Map.of("titles", 1));
        assertThat(without.outdated(Map.of("calendars", 8))).isEmpty();
        assertThat(without.active().numberOf("titles")).as("readers keep it").isEqualTo(1);
        assertThat(FIRST.keptBy(NEXT).outdated(VERSIONS)).isEqualTo(Map.of("titles", 1));
        assertThat(without.keptBy(VERSIONS)).isEqualTo(without);
    }

    @Test
    void it_is_outdated_also_beside_a_view_that_was_built_meanwhile() {
        Pointer joined = FIRST.building(Map.of("calendars", 9)).joined();
        Pointer switched = joined.keptBy(Map.of("calendars", 9)).switched();
        assertThat(switched.outdated(Map.of("calendars", 9, "titles", 1))).isEqualTo(Map.of("titles", 1));
    }

    private static Layout built(Pointer pointer) {
        return requireNonNull(pointer.building());
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

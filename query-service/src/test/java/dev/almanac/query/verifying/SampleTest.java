package dev.almanac.query.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents with neighbouring ids. */
class SampleTest {
    @Test
    void begins_with_its_first_id_and_ends_before_its_last() {
        Sample<String> sample = new Sample<>("b", "d", 10);

        assertThat(List.of("a", "b", "b1", "c~", "d", "e").stream().filter(sample::covers))
                .containsExactly("b", "b1", "c~");
        assertThat(new Sample<String>("b", null, 10).covers("zzz")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"a,b,false", "a,b1,true", "c,c1,true", "d,null,false", "c,null,true", "a,null,true"},
            nullValues = "null")
    void overlaps_another_that_has_an_id_of_its_own(String from, String before, boolean overlaps) {
        Sample<String> sample = new Sample<>("b", "d", 10);
        Sample<String> other = new Sample<>(from, before, 10);

        assertThat(sample.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(sample)).isEqualTo(overlaps);
    }

    @Test
    void of_more_than_it_can_hold_it_keeps_all_of_a_shorter_stretch_in_whatever_order_they_come() {
        Sample<String> sample = new Sample<>("", null, 5);
        IntStream.of(7, 1, 9, 3, 8, 2, 6, 4, 5, 0)
                .mapToObj(Integer::toString)
                .filter(sample::covers)
                .forEach(sample::trace);

        assertThat(sample.ids()).containsExactly("0", "1", "2", "3", "4");
        assertThat(sample.covers("4")).isTrue();
        assertThat(sample.covers("5")).isFalse();
    }

    /** Java compares chars, of which these have two. */
    @Test
    void ids_are_in_the_order_of_their_bytes() {
        assertThat(List.of("\uD83D\uDE00", "\uFF21", "a").stream().sorted(IdOrder.BY_BYTES))
                .containsExactly("a", "\uFF21", "\uD83D\uDE00");
    }
}

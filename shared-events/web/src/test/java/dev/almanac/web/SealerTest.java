package dev.almanac.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final String SECRET = "whsec_c2VjcmV0";
    private static final String OLD = key('a');
    private static final String NEW = key('b');

    @Test
    void what_is_sealed_is_opened_again_and_can_be_read_nowhere_in_between() {
        Sealer sealer = Sealer.of(List.of(NEW));

        String sealed = sealer.seal(SECRET, "webhook-1");

        assertThat(sealed).matches("[0-9a-f]{8}\\.[A-Za-z0-9_-]+").doesNotContain(SECRET);
        assertThat(sealer.open(sealed, "webhook-1")).contains(SECRET);
    }

    @Test
    void the_same_secret_looks_different_each_time() {
        Sealer sealer = Sealer.of(List.of(NEW));

        assertThat(sealer.seal(SECRET, "webhook-1")).isNotEqualTo(sealer.seal(SECRET, "webhook-1"));
    }

    @Test
    void an_older_key_opens_what_it_sealed_after_a_newer_one_was_put_in_front() {
        String before = Sealer.of(List.of(OLD)).seal(SECRET, "webhook-1");
        Sealer rotated = Sealer.of(List.of(NEW, OLD));

        assertThat(rotated.open(before, "webhook-1")).contains(SECRET);
        assertThat(Sealer.of(List.of(NEW)).open(rotated.seal(SECRET, "webhook-1"), "webhook-1"))
                .as("sealed by the first key")
                .contains(SECRET);
        assertThat(Sealer.of(List.of(NEW)).open(before, "webhook-1"))
                .as("the old key is gone")
                .isEmpty();
    }

    @Test
    void what_was_sealed_for_one_subject_is_not_opened_for_another() {
        Sealer sealer = Sealer.of(List.of(NEW));

        assertThat(sealer.open(sealer.seal(SECRET, "webhook-1"), "webhook-2")).isEmpty();
    }

    @Test
    void what_was_changed_is_not_opened() {
        Sealer sealer = Sealer.of(List.of(NEW));
        String sealed = sealer.seal(SECRET, "webhook-1");
        int middle = sealed.length() / 2;
        String changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);

        for (String other : List.of(changed, sealed.substring(0, 20), "", ".", "x.y", sealed.substring(9), "ä.ä")) {
            assertThat(sealer.open(other, "webhook-1")).as(other).isEmpty();
        }
    }

    @Test
    void a_key_that_is_none_is_refused_by_its_number_and_is_not_told() {
        String slip = OLD.substring(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sealer.of(List.of(NEW, slip)))
                .withMessageContaining("number 2")
                .withMessageNotContaining(slip);
    }

    @Test
    void without_a_key_nothing_is_sealed_or_opened() {
        Sealer none = Sealer.of(List.of());

        assertThat(none.hasKeys()).isFalse();
        assertThatThrownBy(() -> none.seal(SECRET, "webhook-1")).isInstanceOf(Rejected.class);
        assertThat(none.open(Sealer.of(List.of(NEW)).seal(SECRET, "webhook-1"), "webhook-1"))
                .isEmpty();
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(UTF_8));
    }
}

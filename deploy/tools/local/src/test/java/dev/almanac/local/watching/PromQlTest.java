package dev.almanac.local.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.local.watching.PromQl.Selector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void names_what_is_asked_for() {
        assertThat(
                        PromQl.selectors(
                                "histogram_quantile(0.95, sum by (le, uri) (rate(requests_bucket{status=~\"2..\", app=\"a b\"}[$__rate_interval])))"))
                .containsExactly(
                        new Selector("requests_bucket", Map.of("app", "a b"), Set.of("le", "uri", "status", "app")));
    }

    @Test
    void both_sides_of_a_join_must_have_its_labels() {
        assertThat(PromQl.selectors(
                        "sum by (app) (used) / on (app) group_left max(limit{area=\"heap\"}) by (app) > bool 0.9"))
                .containsExactly(
                        new Selector("used", Map.of(), Set.of("app")),
                        new Selector("limit", Map.of("area", "heap"), Set.of("area", "app")));
    }

    @Test
    void reads_over_time_and_numbers() {
        assertThat(PromQl.selectors("avg_over_time(slo:fresh:bad[1h]) > (14.4 * 0.005) and -(a offset 5m) < 1e3"))
                .extracting(Selector::metric)
                .isEqualTo(List.of("slo:fresh:bad", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rate(a[5m]", "summ(a)", "a{b}", "a{b=c}", "a b", "sum by a (b)", "a{b=\"c\"} 5", "a ? b", ""})
    void refuses_what_it_does_not_know(String expression) {
        assertThatThrownBy(() -> PromQl.selectors(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.web.RateLimitProperties.Policy;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitPropertiesTest {
    private static final Map<String, Integer> HUNDRED = Map.of("customer", 100);

    @Test
    void a_policy_counts_by_the_minute_or_by_the_hour() {
        assertThat(policy(HUNDRED, null).period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy(null, HUNDRED).period()).isEqualTo(Duration.ofHours(1));
        assertThat(policy(null, HUNDRED).limit("customer")).isEqualTo(100);
        assertThat(policy(null, HUNDRED).limit("admin")).isZero();
    }

    @Test
    void a_policy_that_says_both_or_neither_stops_the_start() {
        assertThatThrownBy(() -> policy(HUNDRED, HUNDRED)).hasMessageContaining("attachments");
        assertThatThrownBy(() -> policy(null, null)).hasMessageContaining("attachments");
    }

    private static Policy policy(@Nullable Map<String, Integer> perMinute, @Nullable Map<String, Integer> perHour) {
        return new Policy("attachments", null, "/x", perMinute, perHour);
    }
}

package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

class DrainTest {

    @Test
    void whoever_stops_goes_on_for_a_while_before_anything_else_hears_of_it() {
        List<Long> heard = new ArrayList<>();
        GenericApplicationContext context = new GenericApplicationContext();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                heard.add(System.nanoTime());
            }
        });
        context.registerBean(Drain.class, () -> new Drain(Duration.ofMillis(200)));
        context.refresh();
        long told = System.nanoTime();

        context.close();

        assertThat(heard).hasSize(1);
        assertThat(TimeUnit.NANOSECONDS.toMillis(heard.getFirst() - told)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void a_drain_has_an_end() {
        assertThatThrownBy(() -> new Drain(Duration.ofMinutes(2))).hasMessage("almanac.http.drain is from 0s to 60s");
    }
}

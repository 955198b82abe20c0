package dev.almanac.bench.suite;

import java.time.Duration;

/**
 * What a load was like; times in milliseconds as median / 99th percentile / longest.
 *
 * @param refused commands without a 201
 * @param answer from the command to its answer
 * @param visible from the answer until the views contain the event
 * @param conflictVisible from the answer to the later of two events until the views contain their conflict
 * @param unheard events and conflicts that never came
 */
public record Measured(
        String load,
        int accepted,
        double perSecond,
        int refused,
        Latencies answer,
        Latencies visible,
        Latencies conflictVisible,
        int unheard) {
    static final String HEADER = """
            | load | commands/s | refused | answer, ms | event visible, ms | conflict visible, ms | never seen |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |""";

    boolean meets(Duration bar) {
        return unheard == 0 && conflictVisible.stayBelow(99, bar);
    }

    String row() {
        return "| %s | %.0f | %d | %s | %s | %s | %d |"
                .formatted(load, perSecond, refused, answer, visible, conflictVisible, unheard);
    }
}

package dev.almanac.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Parts are killed as kill -9 does, together, and started again.
 *
 * @param which of those that run
 * @param down for how long they are away
 */
record Killed(String name, Function<Field, List<String>> which, Duration down) implements Fault {
    private static final Duration RANDOM_MOMENT = Duration.ofSeconds(2);

    @Override
    public void strike(Field field) throws InterruptedException {
        field.pause(RANDOM_MOMENT);
        List<String> parts = which.apply(field);
        field.killTogether(parts);
        Thread.sleep(down);
        field.startAgain(parts);
    }

    @Override
    public void cleanUp(Field field) throws InterruptedException {
        for (String part : field.suite().names()) {
            field.awaitReady(part);
        }
    }
}

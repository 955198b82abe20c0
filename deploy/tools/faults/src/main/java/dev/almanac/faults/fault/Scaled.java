package dev.almanac.faults.fault;

import java.util.List;
import java.util.Map;

/** The streams go down to one instance, up to three and back to where they were. */
record Scaled(String name) implements Fault {
    private static final List<String> STREAMS = List.of("conflict-detector", "rule-expander");

    @Override
    public boolean needsSeveral() {
        return true;
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        for (String kind : STREAMS) {
            field.suite().stop(kind + "-2");
            field.awaitReady(kind);
            field.suite().launch(kind + "-2", Map.of());
            field.awaitReady(kind + "-2");
            field.suite().startService(kind + "-3");
            field.awaitReady(kind);
            field.suite().stop(kind + "-3");
        }
    }
}

package dev.almanac.faults.fault;

import java.time.Duration;
import java.util.List;

/** A part stands still for longer than others wait for it, and wakes as if nothing had been. */
record Paused(String name, String kind, Duration lasts) implements Fault {

    @Override
    public void strike(Field field) throws InterruptedException {
        String part = field.anyOf(kind);
        List<ProcessHandle> processes = Processes.of(field.suite(), part, field.folder());
        Processes.signal("STOP", processes);
        try {
            Thread.sleep(lasts);
        } finally {
            Processes.signal("CONT", processes);
        }
    }
}

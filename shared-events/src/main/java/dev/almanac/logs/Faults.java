package dev.almanac.logs;

import org.slf4j.LoggerFactory;

/** How this process logs what goes wrong. */
public final class Faults {
    private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

    private Faults() {}

    /** From now on, repeated ones briefly; where something else than Logback logs, such as in a benchmark, as that does. */
    public static void summarise() {
        var factory = LoggerFactory.getILoggerFactory();
        if (factory.getClass().getName().equals(LOGBACK)) {
            Logback.summarise(factory);
        }
    }

    /** Loaded only where Logback is there. */
    private static final class Logback {
        private static void summarise(Object factory) {
            RepeatedFaults.join((ch.qos.logback.classic.LoggerContext) factory);
        }
    }
}

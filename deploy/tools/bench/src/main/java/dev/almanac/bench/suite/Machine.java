package dev.almanac.bench.suite;

import java.lang.management.ManagementFactory;
import java.time.Clock;

/** What a benchmark ran on. */
public final class Machine {
    private Machine() {}

    /** Said before anything is started. */
    public static String described() {
        return "%s, %d cores, load average %.1f before the start, Java %s"
                .formatted(
                        Clock.systemUTC().instant(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }
}

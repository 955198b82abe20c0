package dev.almanac.local.story;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories on the embedded parts that {@code ./up} runs. */
class LifecycleIT {
    @TempDir
    Path folder;

    @Test
    void connections_last_bookings_collide_and_replay_the_same_files_come_out_unchanged_and_what_is_foretold_happens()
            throws Exception {
        Ports ports = Ports.free();
        try (Suite suite = Suite.of(Options.of(folder, ports), _ -> {})) {
            suite.start();
            new ConnectionStory().isToldBy(suite);
            new LifecycleStory().isToldBy(suite);
            new CalendarFileStory().isToldBy(suite);
            new CalendarFileStory().isToldByClocksThatLeap(suite);
            new WhatIfStory().isToldBy(suite);
            new AfterPositionStory().isToldBy(suite);
            new OccurrenceStory().isToldBy(suite);
            new GeneratedClientStory().isToldBy(suite);
            RepeatsStory.isToldBy(suite);
            MetricsStory.isToldBy(ports);
            new RepublicationStory().isToldBy(suite);
        }
    }
}

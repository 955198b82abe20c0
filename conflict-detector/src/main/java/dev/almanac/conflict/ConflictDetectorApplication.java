package dev.almanac.conflict;

import dev.almanac.recurrence.zones.NewestZones;
import dev.almanac.streams.StreamsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Finds double claims as they arise, and when they end. */
@SpringBootApplication
@Import(StreamsConfiguration.class)
public class ConflictDetectorApplication {

    public static void main(String[] args) {
        NewestZones.use();
        SpringApplication.run(ConflictDetectorApplication.class, args);
    }
}

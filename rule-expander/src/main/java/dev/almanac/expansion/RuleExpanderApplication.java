package dev.almanac.expansion;

import dev.almanac.recurrence.zones.NewestZones;
import dev.almanac.streams.StreamsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Says when each series takes place. */
@SpringBootApplication
@Import(StreamsConfiguration.class)
public class RuleExpanderApplication {

    public static void main(String[] args) {
        NewestZones.use();
        SpringApplication.run(RuleExpanderApplication.class, args);
    }
}

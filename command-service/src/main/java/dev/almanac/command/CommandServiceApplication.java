package dev.almanac.command;

import dev.almanac.recurrence.zones.NewestZones;
import dev.almanac.web.WebEdge;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The write side of the suite. */
@EnableScheduling
@Import(WebEdge.class)
@SpringBootApplication
public class CommandServiceApplication {

    public static void main(String[] args) {
        NewestZones.use();
        SpringApplication.run(CommandServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

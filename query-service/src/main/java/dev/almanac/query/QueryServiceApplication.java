package dev.almanac.query;

import dev.almanac.jobs.JobsConfiguration;
import dev.almanac.recurrence.zones.NewestZones;
import dev.almanac.web.WebEdge;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the query service. */
@SpringBootApplication
@Import({WebEdge.class, JobsConfiguration.class})
@ConfigurationPropertiesScan
@EnableScheduling
public class QueryServiceApplication {

    public static void main(String[] args) {
        NewestZones.use();
        SpringApplication.run(QueryServiceApplication.class, args);
    }
}

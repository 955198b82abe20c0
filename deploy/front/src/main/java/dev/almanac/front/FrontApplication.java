package dev.almanac.front;

import dev.almanac.telemetry.Telemetry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the front. */
@SpringBootApplication
@Import(Telemetry.class)
public class FrontApplication {

    /** A write whose connection broke may have been carried out: only its caller knows whether to send it again. */
    @Bean
    HttpClientCustomizer nothingTwice() {
        return client -> client.disableRetry(true);
    }

    public static void main(String[] args) {
        SpringApplication.run(FrontApplication.class, args);
    }
}

package dev.almanac.conflict;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Finds double claims as they arise, and when they end. */
@SpringBootApplication
public class ConflictDetectorApplication {

    public static void main(String[] args) {
        SpringApplication.run(ConflictDetectorApplication.class, args);
    }
}

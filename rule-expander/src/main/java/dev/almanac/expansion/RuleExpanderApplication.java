package dev.almanac.expansion;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Says when each series takes place. */
@SpringBootApplication
public class RuleExpanderApplication {

    public static void main(String[] args) {
        SpringApplication.run(RuleExpanderApplication.class, args);
    }
}

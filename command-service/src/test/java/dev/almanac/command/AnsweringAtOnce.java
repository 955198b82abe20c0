package dev.almanac.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * As {@link OnRealParts}, and what nobody has heard of is refused at once: tests that try every endpoint with ids of nothing would
 * wait for each. All that bear this share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRealParts
@TestPropertySource(
        properties = {
            "almanac.rules.per-user-max=10000",
            "almanac.runs.behind-max=0s",
            "almanac.conflicts.behind-max=0s"
        })
@interface AnsweringAtOnce {}

package dev.almanac.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * As {@link OnRealParts}, for tests that try every endpoint with ids of nothing: they are not told to try again, however long the
 * application takes to hear what is published. All that bear this share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRealParts
@TestPropertySource(properties = {"almanac.rules.per-user-max=10000", "almanac.listening.behind-max=30s"})
@interface HavingHeardAll {}

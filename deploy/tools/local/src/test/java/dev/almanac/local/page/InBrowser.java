package dev.almanac.local.page;

import dev.almanac.local.story.SharedSuite;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in Chromium, on the suite that all stories share. Each {@code Page} that a test asks for by {@link Visit} has a
 * context of its own, whose paths are the front's. What goes wrong in it fails the test unless the test {@link Provokes} it;
 * how the page looked then, and what its console said, is in {@code target/page}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(1)
@ExtendWith({SharedSuite.class, Browsing.class})
@interface InBrowser {}

package dev.almanac.command;

import dev.almanac.testing.FixedClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application on real parts, at noon of the first of March 2026. Every test that asks for no more than this shares one: it
 * books on calendars of its own, and counts nothing of others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OnRealParts.Parts.class)
@Import(FixedClock.class)
public @interface OnRealParts {

    /** Where the parts are. */
    final class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext application) {
            RealParts.register((name, value) ->
                    TestPropertyValues.of(name + "=" + value.get()).applyTo(application));
        }
    }
}

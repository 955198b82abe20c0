package dev.almanac.query.support;

import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * The application on real parts. All tests that bear this share one: they publish changes of calendars of their own, and count
 * nothing of others. A {@link Feeder} and the {@link Api} as the manager ana speaks it are to be had.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OnRealParts.TAG)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(OnRealParts.Parts.class)
@Import(OnRealParts.Tools.class)
@ExtendWith(SentCommands.WithinTheSubset.class)
public @interface OnRealParts {
    /** By which {@link ReadsContract} finds all of them, to run them once more. */
    String TAG = "views";

    /** What a test works with. */
    @TestConfiguration(proxyBeanMethods = false)
    class Tools {
        @Bean(destroyMethod = "")
        Feeder feeder() {
            return RealParts.FEEDER;
        }

        @Bean
        @Lazy
        Api api(Environment environment) {
            int port = environment.getRequiredProperty("local.server.port", Integer.class);
            return new Api(port, RealParts.ISSUER.token("ana", "manager"));
        }

        @Bean
        SentCommands sentCommands() {
            return new SentCommands();
        }
    }

    /** Tests share an application as long as the views are kept in the same store. */
    final class Parts implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> test, List<ContextConfigurationAttributes> configuration) {
            return new KeptIn(RealParts.store());
        }
    }

    /** Equal where the store is: by this Spring's cache of applications tells them apart. */
    record KeptIn(String store) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext application, MergedContextConfiguration test) {
            ReadsContract.started(application);
            RealParts.describe(
                    store,
                    RealParts.KAFKA,
                    (name, value) -> TestPropertyValues.of(name + "=" + value).applyTo(application));
        }
    }
}

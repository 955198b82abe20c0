package dev.almanac.query.http;

import dev.almanac.web.Rfc3339;
import dev.almanac.web.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** ISO formats only: what Spring would guess beyond them is refused. */
@Configuration(proxyBeanMethods = false)
class ParameterFormats implements WebFluxConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, instants());
        registry.addConverter(String.class, LocalDate.class, Rfc3339::date);
        registry.addConverter(String.class, LocalTime.class, LocalTime::parse);
        registry.addConverter(String.class, ZoneId.class, Zones::parse);
        registry.addConverterFactory(new Constants());
    }

    /** Enumerations in any case. */
    @SuppressWarnings("rawtypes") // as Spring's own factory
    private static final class Constants implements ConverterFactory<String, Enum> {
        @Override
        public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(text.trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName()));
        }
    }

    /** A {@code +} that was not percent-encoded arrives as a blank. */
    private static Converter<String, Instant> instants() {
        return text -> Rfc3339.instant(text.replace(' ', '+'));
    }
}

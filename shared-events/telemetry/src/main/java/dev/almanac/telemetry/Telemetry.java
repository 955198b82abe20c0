package dev.almanac.telemetry;

import io.micrometer.core.instrument.config.MeterFilter;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Imported by every service. What can be set of it is in {@code telemetry.yaml}, {@code tls.yaml} and {@code kafka.yaml}. */
@Configuration(proxyBeanMethods = false)
@Import(CertificatesInFolder.class)
public class Telemetry {

    @Bean
    static MeterFilter requestMeterFilter() {
        return new RequestMeterFilter();
    }

    @Bean
    InitializingBean tracesOfThisProcess(ObjectProvider<OpenTelemetry> telemetry) {
        return () -> telemetry.ifAvailable(Traces::use);
    }
}

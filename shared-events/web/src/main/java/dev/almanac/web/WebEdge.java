package dev.almanac.web;

import dev.almanac.recurrence.zones.ZoneDataMetrics;
import dev.almanac.telemetry.Telemetry;
import dev.almanac.web.openapi.Documented;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What both services check of every request before an endpoint sees it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CorsProperties.class, RateLimitProperties.class})
@Import({Documented.class, AccessTokens.class, ZoneDataMetrics.class, SecretsConfiguration.class, Telemetry.class})
public class WebEdge {
    private static final int BEFORE_SECURITY = -200;

    @Bean
    WebFluxRegistrations checkedMapping() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new CheckedMapping();
            }
        };
    }

    @Bean
    BrowserProtection browserProtection() {
        return new BrowserProtection();
    }

    /** The first that knows a failure answers it. */
    @Bean
    ProblemHandler problemHandler(ObjectProvider<FailureAnswers> known, JsonMapper json) {
        return new ProblemHandler(known.orderedStream().toList(), json);
    }

    @Bean
    RateLimitFilter rateLimitFilter(RateLimitProperties properties, ObjectProvider<DeclaredRates> declared) {
        return new RateLimitFilter(new RateLimits(properties, declared.getIfAvailable(() -> _ -> Optional.empty())));
    }

    @Bean
    ServerExchangeRejectedHandler rejectedExchanges(JsonMapper json) {
        return new RejectedExchanges(json);
    }

    @Bean
    ReadableAccept readableAccept(JsonMapper json) {
        return new ReadableAccept(new RejectedExchanges(json));
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> slowSenders(
            @Value("${almanac.http.request-takes-at-most}") Duration request,
            @Value("${almanac.http.idle-at-most}") Duration idle) {
        return factory -> factory.addServerCustomizers(server -> SlowSenders.cutOff(server, request, idle));
    }

    @Bean
    Drain drain(@Value("${almanac.http.drain}") Duration lasts) {
        return new Drain(lasts);
    }

    /** Before anybody asks for a token: a browser's preflight request has none. */
    @Bean
    @Order(BEFORE_SECURITY)
    CorsWebFilter cors(CorsProperties properties) {
        CorsConfiguration api = new CorsConfiguration();
        api.setAllowedOrigins(properties.origins());
        api.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        api.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        api.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                ApiHeaders.CHANGE_POSITION,
                ApiHeaders.VIEW_POSITION,
                ApiHeaders.VIEW_LAG,
                ApiHeaders.PREFERENCE_APPLIED,
                ApiHeaders.ADJUSTED_TIMES));
        api.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!properties.origins().isEmpty()) {
            source.registerCorsConfiguration("/api/**", api);
        }
        return new CorsWebFilter(source);
    }

    /** A 7 is no name, "7" no number, 1.5 no priority, and a field given twice is a mistake. */
    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return json -> json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
    }
}

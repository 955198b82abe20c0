package dev.almanac.query.http;

import dev.almanac.web.ApiHeaders;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the OpenAPI document says beyond the code. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final String RANGES =
            "RFC 3339, or a local date-time of the timeZone beside it: one that the clocks skip is shifted by the gap's length,"
                    + " of one that they show twice the first is meant";

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig()
                .removeRequestWrapperToIgnore(ZoneId.class)
                .replaceWithClass(ZoneId.class, String.class)
                .replaceWithClass(LocalTime.class, String.class)
                .replaceWithClass(LocalDateTime.class, String.class)
                .replaceWithClass(JsonNode.class, Map.class);
        return new OpenAPI()
                .info(new Info().title("Almanac query service").version("v1"))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** What holds for every operation: the headers of the contract, and problems for whatever goes wrong. */
    @Bean
    OpenApiCustomizer everyOperation() {
        return document -> {
            document.getPaths().values().stream()
                    .map(PathItem::getGet)
                    .filter(Objects::nonNull)
                    .forEach(OpenApiConfiguration::addHeaders);
            document.getPaths().forEach(OpenApiConfiguration::addOlderSpellings);
            document.getPaths().values().stream()
                    .map(PathItem::getGet)
                    .filter(Objects::nonNull)
                    .forEach(OpenApiConfiguration::describeRanges);
        };
    }

    private static void addOlderSpellings(String path, PathItem item) {
        Operation get = item.getGet();
        if (get == null || get.getParameters() == null) {
            return;
        }
        Set<String> named = get.getParameters().stream().map(Parameter::getName).collect(Collectors.toSet());
        new TreeMap<>(OlderSpellings.of(path)).forEach((older, today) -> {
            if (named.contains(today) && !named.contains(older)) {
                get.addParametersItem(new Parameter()
                        .in("query")
                        .name(older)
                        .deprecated(true)
                        .description("Older spelling of " + today)
                        .schema(new StringSchema()));
            }
        });
    }

    private static void describeRanges(Operation get) {
        List<Parameter> ends = Optional.ofNullable(get.getParameters()).orElse(List.of()).stream()
                .filter(parameter ->
                        LocalTimes.NAMES.contains(parameter.getName()) && parameter.getDescription() == null)
                .toList();
        ends.forEach(parameter -> parameter.setDescription(RANGES));
        ApiResponse answer = get.getResponses().get("200");
        if (!ends.isEmpty() && answer != null) {
            answer.addHeaderObject(
                    ApiHeaders.ADJUSTED_TIMES,
                    new Header()
                            .description("Which local times of the request the clocks skip or show twice")
                            .schema(new StringSchema()));
        }
    }

    private static void addHeaders(Operation get) {
        get.addParametersItem(
                header(ApiHeaders.AFTER_POSITION, "Waits, two seconds at most, until the view has passed it"));
        get.addParametersItem(header("If-None-Match", "Answers 304 when the entity tag is still the same"));
        Optional.ofNullable(get.getResponses().get("200")).ifPresent(OpenApiConfiguration::say);
    }

    private static void say(ApiResponse answer) {
        answer.addHeaderObject(
                ApiHeaders.VIEW_POSITION,
                new Header()
                        .description("Every change up to this Change-Position is in the answer, as far as it shows it")
                        .schema(new StringSchema()));
        answer.addHeaderObject(
                ApiHeaders.VIEW_LAG,
                new Header()
                        .description(
                                "For how many seconds the views have been behind; only where that is more than five")
                        .schema(new StringSchema()));
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }
}

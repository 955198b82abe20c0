package dev.almanac.command.http;

import dev.almanac.command.access.Request;
import dev.almanac.events.Change;
import dev.almanac.web.openapi.ProblemForm;
import java.time.LocalDateTime;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.JsonNode;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebFluxConfigurer {
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Request.class)
                .addResponseWrapperToIgnore(Write.class)
                .replaceWithClass(JsonNode.class, Map.class)
                .replaceWithClass(LocalDateTime.class, String.class)
                .replaceWithClass(Change.class, Map.class)
                .replaceWithClass(ProblemDetail.class, ProblemForm.class);
    }

    private final RequestArguments requests;

    HttpConfiguration(RequestArguments requests) {
        this.requests = requests;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(requests);
    }
}

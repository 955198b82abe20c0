package dev.almanac.query.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The page, as long as it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("almanac.page.enabled")
class PageConfiguration {
    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> page(PageProperties properties, JsonMapper json) {
        PageFiles files = PageFiles.onClassPath(configuration(properties, json));
        PagePolicy policy = PagePolicy.of(properties);
        return RouterFunctions.route(
                request -> files.at(request.path()) != null,
                request -> answer(request, Objects.requireNonNull(files.at(request.path())), policy));
    }

    private static PageFile configuration(PageProperties properties, JsonMapper json) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("issuer", properties.issuer());
        told.put("clientId", properties.clientId());
        told.put("scope", properties.scope());
        told.put("imageOrigins", properties.imageOrigins());
        return PageFile.of("config.json", json.writeValueAsBytes(told), null);
    }

    private static Mono<ServerResponse> answer(ServerRequest request, PageFile file, PagePolicy policy) {
        if (!READING.contains(request.method())) {
            return Mono.error(() -> new MethodNotAllowedException(request.method(), READING));
        }
        Content content =
                file.content(AcceptedEncodings.haveGzip(request.headers().header(HttpHeaders.ACCEPT_ENCODING)));
        return ServerResponse.ok()
                .contentType(file.type())
                // Kept by browsers, and asked for with its tag each time: a new release is seen at once, and whole.
                .cacheControl(CacheControl.noCache())
                .eTag(content.tag())
                .headers(headers -> {
                    policy.announce(headers);
                    announceEncoding(headers, file, content);
                })
                .bodyValue(content.bytes());
    }

    private static void announceEncoding(HttpHeaders headers, PageFile file, Content content) {
        if (file.compressed() != null) {
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (content.equals(file.compressed())) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }
}

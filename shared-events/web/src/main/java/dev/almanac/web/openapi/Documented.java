package dev.almanac.web.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds for every operation of a document. Which problems an operation answers beside those that all of its kind do,
 * and an example of its body, is kept beside the code by the operation's id, and held by tests against what is answered.
 */
@Configuration(proxyBeanMethods = false)
public class Documented {
    private static final String PROBLEMS = "openapi/problems.json";
    private static final String EXAMPLES = "openapi/examples.json";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = SCHEMAS + "Problem";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final JsonMapper JSON = new JsonMapper();

    @Bean
    ModelConverter requiredParts() {
        return new RequiredParts();
    }

    @Bean
    OpenApiCustomizer problemsAndExamples() {
        Map<String, SortedMap<String, List<String>>> problems = read(PROBLEMS, new TypeReference<>() {});
        Map<String, Object> examples = read(EXAMPLES, new TypeReference<>() {});
        return document -> {
            ModelConverters.getInstance(true).read(ProblemForm.class).forEach(document.getComponents()::addSchemas);
            operations(document).forEach(operation -> patches(operation, document.getComponents()));
            document.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        SortedMap<String, SortedSet<String>> all = CommonProblems.of(path, operation);
                        problems.getOrDefault(operation.getOperationId(), new TreeMap<>())
                                .forEach((status, types) -> all.computeIfAbsent(status, _ -> new TreeSet<>())
                                        .addAll(types));
                        all.forEach((status, types) -> operation.getResponses().addApiResponse(status, problem(types)));
                        operation.getResponses().addApiResponse("default", problem(Set.of()));
                        Object example = examples.get(operation.getOperationId());
                        if (example != null && operation.getRequestBody() != null) {
                            operation.getRequestBody().getContent().values().forEach(media -> show(example, media));
                        }
                    }));
        };
    }

    /** A merge patch (RFC 7396) has the fields of what it patches, and needs none of them. */
    private static void patches(Operation operation, Components components) {
        if (operation.getRequestBody() == null
                || !operation.getRequestBody().getContent().containsKey(MERGE_PATCH)) {
            return;
        }
        String whole = operation
                .getRequestBody()
                .getContent()
                .get(MERGE_PATCH)
                .getSchema()
                .get$ref();
        Schema<?> model = Objects.requireNonNull(components.getSchemas().get(whole.substring(SCHEMAS.length())));
        String name = whole.substring(SCHEMAS.length()).replace("Request", "Patch");
        Schema<?> patch = new Schema<>();
        patch.addType("object");
        patch.setDescription("What it names changes, null takes an optional field away (RFC 7396)");
        model.getProperties().forEach(patch::addProperty);
        components.addSchemas(name, patch);
        operation
                .getRequestBody()
                .getContent()
                .values()
                .forEach(media -> media.setSchema(new Schema<>().$ref(SCHEMAS + name)));
    }

    private static List<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
    }

    private static void show(Object example, MediaType media) {
        media.addExamples("example", new Example().value(example));
    }

    private static ApiResponse problem(Collection<String> types) {
        String said = types.isEmpty() ? "" : ": " + String.join(", ", types);
        return new ApiResponse()
                .description("A problem" + said)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static <T> Map<String, T> read(String resource, TypeReference<Map<String, T>> type) {
        ClassPathResource found = new ClassPathResource(resource);
        if (!found.exists()) {
            return Map.of();
        }
        try (InputStream in = found.getInputStream()) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

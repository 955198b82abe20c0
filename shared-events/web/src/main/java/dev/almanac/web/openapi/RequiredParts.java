package dev.almanac.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record always has is required in its schema: whatever is not {@code @Nullable}. */
final class RequiredParts implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = type.getType() == null ? null : Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            require(java.getRawClass(), model(schema, context));
        }
        return schema;
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void require(Class<?> type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        releaseUnwrapped(type, model);
        List<String> required = model.getRequired() == null ? List.of() : model.getRequired();
        Arrays.stream(type.getRecordComponents())
                .filter(RequiredParts::isSaidAsNull)
                .map(component -> model.getProperties().get(component.getName()))
                .filter(property -> property != null && property.get$ref() == null)
                .forEach(property -> property.addType("null"));
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component) || isSaidAsNull(component))
                .map(RecordComponent::getName)
                .filter(name -> model.getProperties().containsKey(name) && !required.contains(name))
                .forEach(model::addRequiredItem);
    }

    /** Of a record that stands unwrapped in another, and not always. */
    private static void releaseUnwrapped(Class<?> type, Schema<?> model) {
        Set<String> released = Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        isNullable(component) && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                .flatMap(component -> Arrays.stream(component.getType().getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        if (!released.isEmpty() && model.getRequired() != null) {
            model.setRequired(model.getRequired().stream()
                    .filter(name -> !released.contains(name))
                    .toList());
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Rather than left out, as all else that is absent. */
    private static boolean isSaidAsNull(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return isNullable(component) && include != null && include.value() == JsonInclude.Include.ALWAYS;
    }
}

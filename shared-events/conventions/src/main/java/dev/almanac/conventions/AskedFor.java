package dev.almanac.conventions;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of our own that classes ask for: components of properties, and placeholders of annotations. */
final class AskedFor {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(almanac\\.[^:}]+)(:[^}]*)?}");
    private static final String ELEMENT = "[]";

    /** Whether anything may stand below each, as below a map. */
    private final SortedMap<String, Boolean> keys = new TreeMap<>();

    private final SortedSet<String> defaults = new TreeSet<>();

    private AskedFor() {}

    static AskedFor by(JavaClasses classes, Collection<String> texts) {
        AskedFor asked = new AskedFor();
        texts.forEach(asked::placeholders);
        for (JavaClass type : classes) {
            asked.properties(type);
            annotations(type).forEach(asked::annotation);
        }
        return asked;
    }

    /** Without elements of lists, which may lack what is optional. */
    SortedSet<String> keys() {
        SortedSet<String> demanded = new TreeSet<>(keys.keySet());
        demanded.removeIf(key -> key.contains(ELEMENT));
        return demanded;
    }

    /** Those whose default stands in Java. */
    SortedSet<String> defaults() {
        return Collections.unmodifiableSortedSet(defaults);
    }

    boolean covers(String line) {
        String key = line.replaceAll("\\[\\d+]", ELEMENT);
        return keys.containsKey(key)
                || keys.entrySet().stream().anyMatch(asked -> asked.getValue() && key.startsWith(asked.getKey() + "."));
    }

    private void properties(JavaClass type) {
        if (type.isAnnotatedWith(ConfigurationProperties.class)
                && type.reflect().isRecord()) {
            components(type.getAnnotationOfType(ConfigurationProperties.class).value(), type.reflect());
        }
    }

    private void components(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            value(key, component.getGenericType());
            if (Stream.of(type.getDeclaredConstructors())
                    .flatMap(constructor -> Stream.of(constructor.getParameters()))
                    .anyMatch(parameter -> parameter.getName().equals(component.getName())
                            && parameter.isAnnotationPresent(DefaultValue.class))) {
                defaults.add(key);
            }
        }
    }

    private void value(String key, Type type) {
        if (type instanceof Class<?> plain && plain.isRecord()) {
            components(key, plain);
        } else if (type instanceof ParameterizedType many
                && Collection.class.isAssignableFrom((Class<?>) many.getRawType())) {
            keys.put(key, false);
            value(key + ELEMENT, many.getActualTypeArguments()[0]);
        } else {
            keys.put(key, type instanceof ParameterizedType);
        }
    }

    private void annotation(JavaAnnotation<?> annotation) {
        annotation.getProperties().values().forEach(value -> texts(value).forEach(this::placeholders));
        if (annotation.getRawType().isEquivalentTo(ConditionalOnProperty.class)) {
            Stream.of("value", "name")
                    .flatMap(property -> texts(annotation.getProperties().getOrDefault(property, "")))
                    .filter(key -> key.startsWith("almanac."))
                    .forEach(key -> keys.put(key, false));
        }
    }

    private void placeholders(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            keys.put(placeholder.group(1), false);
            if (placeholder.group(2) != null) {
                defaults.add(placeholder.group(1));
            }
        }
    }

    private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
        return Stream.of(
                        type.getAnnotations().stream(),
                        type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()),
                        type.getCodeUnits().stream()
                                .flatMap(unit -> unit.getParameters().stream())
                                .flatMap(parameter -> parameter.getAnnotations().stream()))
                .flatMap(some -> some);
    }

    private static Stream<String> texts(Object value) {
        return value instanceof Object[] several
                ? Stream.of(several).map(String::valueOf)
                : Stream.of(String.valueOf(value));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

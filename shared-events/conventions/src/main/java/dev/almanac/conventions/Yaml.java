package dev.almanac.conventions;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings that stand in a service's files, in those that they import too. */
record Yaml(List<EnumerablePropertySource<?>> files) {

    static Yaml ofTheService() {
        StandardEnvironment environment = new StandardEnvironment();
        readInto(environment);
        return new Yaml(environment.getPropertySources().stream()
                .filter(source -> source.getName().startsWith("Config resource"))
                .<EnumerablePropertySource<?>>map(source -> (EnumerablePropertySource<?>) source)
                .toList());
    }

    /** As the service itself does at its start. */
    static void readInto(StandardEnvironment environment) {
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    Yaml {
        files = List.copyOf(files);
    }

    /** As they are written, with their placeholders. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        files.forEach(file -> Stream.of(file.getPropertyNames())
                .forEach(key -> lines.put(key, String.valueOf(file.getProperty(key)))));
        return lines;
    }

    /** In one line, or in lines below it. */
    boolean says(String key) {
        return lines().keySet().stream()
                .anyMatch(line -> line.equals(key) || line.startsWith(key + ".") || line.startsWith(key + "["));
    }

    /** An imported file wins over the one that imports it: what stands in both would not do what it says. */
    SortedSet<String> twice() {
        Set<String> seen = new HashSet<>();
        SortedSet<String> twice = new TreeSet<>();
        files.stream().flatMap(file -> Stream.of(file.getPropertyNames())).forEach(key -> {
            if (!seen.add(key)) {
                twice.add(key);
            }
        });
        return twice;
    }
}

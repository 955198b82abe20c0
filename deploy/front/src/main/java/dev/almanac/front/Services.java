package dev.almanac.front;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The services behind, as routes name them. */
@Component
class Services {
    private final Map<String, Instances> byName;

    Services(
            @Value("${almanac.command-service.url}") String commands,
            @Value("${almanac.query-service.url}") String queries) {
        byName = Map.of("command-service", Instances.of(commands), "query-service", Instances.of(queries));
    }

    Instances named(String name) {
        Instances instances = byName.get(name);
        if (instances == null) {
            throw new IllegalArgumentException("no service is named " + name);
        }
        return instances;
    }

    Stream<Instances> all() {
        return byName.values().stream();
    }
}

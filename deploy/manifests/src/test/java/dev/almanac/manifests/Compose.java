package dev.almanac.manifests;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compose file: what it says and is not here fails. */
record Compose(String name, Map<String, Service> services, Map<String, @Nullable Object> volumes) {
    static final Path FOLDER = Yamls.DEPLOY.resolve("compose");

    record Service(
            String image,
            String restart,
            List<String> command,
            Map<String, String> environment,
            List<String> ports,
            List<String> volumes,
            @Nullable HealthCheck healthcheck,
            @JsonProperty("depends_on") Map<String, Condition> dependsOn,
            @JsonProperty("read_only") boolean readOnly,
            List<String> tmpfs,
            @JsonProperty("cap_drop") List<String> capDrop,
            @JsonProperty("security_opt") List<String> securityOpt,
            @JsonProperty("mem_limit") @Nullable String memLimit,
            @JsonProperty("shm_size") @Nullable String shmSize,
            @JsonProperty("stop_grace_period") @Nullable String stopGracePeriod,
            @Nullable Logging logging) {
        Service {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            ports = List.copyOf(ports);
            volumes = List.copyOf(volumes);
            dependsOn = Map.copyOf(dependsOn);
            tmpfs = List.copyOf(tmpfs);
            capDrop = List.copyOf(capDrop);
            securityOpt = List.copyOf(securityOpt);
        }
    }

    record Logging(String driver, Map<String, String> options) {
        Logging {
            options = Map.copyOf(options);
        }
    }

    record HealthCheck(
            List<String> test,
            String interval,
            String timeout,
            int retries,
            @JsonProperty("start_period") @Nullable String startPeriod) {
        HealthCheck {
            test = List.copyOf(test);
        }
    }

    record Condition(String condition) {}

    Compose {
        services = Map.copyOf(services);
        volumes = new HashMap<>(volumes);
    }

    static Compose read() {
        return parsed(Yamls.document(FOLDER.resolve("compose.yaml")));
    }

    /** Without what is there only to be merged. */
    static Compose parsed(JsonNode file) {
        ObjectNode used = file.deepCopy();
        List.copyOf(file.properties()).stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("x-"))
                .forEach(used::remove);
        return Yamls.as(Compose.class, used);
    }

    Service service(String service) {
        return requireNonNull(services.get(service), () -> "compose has no " + service);
    }
}

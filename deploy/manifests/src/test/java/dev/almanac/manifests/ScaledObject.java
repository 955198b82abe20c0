package dev.almanac.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What KEDA scales and by what, of which no types are here. */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            Target scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int cooldownPeriod,
            List<Trigger> triggers) {
        Spec {
            triggers = List.copyOf(triggers);
        }
    }

    record Target(String apiVersion, String kind, String name) {}

    record Trigger(String type, @Nullable String metricType, Map<String, String> metadata) {
        Trigger {
            metadata = Map.copyOf(metadata);
        }
    }
}

package dev.almanac.manifests;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** A topic as Strimzi's operator reads it, of which no types are here. */
record KafkaTopic(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(int partitions, int replicas, Map<String, String> config) {
        Spec {
            config = Map.copyOf(config);
        }
    }
}

package dev.almanac.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs pods of one service, with or without a state. */
record Workload(String kind, String name, @Nullable Integer replicas, PodTemplateSpec template) {

    static List<Workload> in(Manifests manifests) {
        return Stream.concat(
                        manifests.of(Deployment.class).stream()
                                .map(one -> new Workload(
                                        one.getKind(),
                                        one.getMetadata().getName(),
                                        one.getSpec().getReplicas(),
                                        one.getSpec().getTemplate())),
                        manifests.of(StatefulSet.class).stream()
                                .map(one -> new Workload(
                                        one.getKind(),
                                        one.getMetadata().getName(),
                                        one.getSpec().getReplicas(),
                                        one.getSpec().getTemplate())))
                .toList();
    }

    Container container() {
        return template.getSpec().getContainers().getFirst();
    }
}

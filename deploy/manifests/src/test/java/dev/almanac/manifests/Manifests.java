package dev.almanac.manifests;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects of Kubernetes, each as its kind. A kind that is not listed here fails. */
record Manifests(List<Object> all) {
    private static final Path FOLDER = Yamls.DEPLOY.resolve("kubernetes");
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1 Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class),
            Map.entry("kafka.strimzi.io/v1beta2 KafkaTopic", KafkaTopic.class),
            Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class));

    Manifests {
        all = List.copyOf(all);
    }

    /** As they lie in all folders. */
    static Manifests written() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return new Manifests(files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> Yamls.documents(Yamls.text(file)).stream())
                    // Patches are lists of steps.
                    .filter(JsonNode::isObject)
                    .map(Manifests::typed)
                    .toList());
        }
    }

    /** As an overlay gives them to a cluster. */
    static Manifests of(String overlay) throws IOException, InterruptedException {
        return parsed(Tool.kubectl()
                .run("kustomize", FOLDER.resolve("overlays").resolve(overlay).toString()));
    }

    static Manifests parsed(String text) {
        return new Manifests(
                Yamls.documents(text).stream().<Object>map(Manifests::typed).toList());
    }

    private static Object typed(JsonNode document) {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        return Yamls.as(requireNonNull(KINDS.get(kind), () -> "no kind " + kind + " is known"), document);
    }

    <T> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T> T only(Class<T> kind) {
        List<T> found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " of " + kind.getSimpleName());
        }
        return found.getFirst();
    }
}

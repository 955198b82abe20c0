package dev.almanac.manifests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kubernetes gets: of its own types, and as it should be. */
class ManifestsTest {

    @Test
    void every_file_is_of_a_kind_that_is_known() throws IOException {
        assertThat(Manifests.written().of(Kustomization.class)).hasSize(5);
        assertThat(Workload.in(Manifests.written()))
                .extracting(Workload::name)
                .containsExactlyInAnyOrder("command-service", "query-service", "conflict-detector", "rule-expander");
    }

    @Test
    void a_field_that_kubernetes_does_not_have_is_found() throws IOException {
        String file = Yamls.text(Yamls.DEPLOY.resolve("kubernetes/base/suite/command-service.yaml"));
        assertThatThrownBy(() -> Manifests.parsed(file.replace("readOnlyRootFilesystem", "readOnlyRootFileSystem")))
                .hasMessageContaining("readOnlyRootFileSystem");
        assertThatThrownBy(() -> Manifests.parsed("apiVersion: v1\nkind: Secret\n"))
                .hasMessageContaining("no kind v1 Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_pod_is_asked_how_it_is_on_the_port_of_its_health(String overlay) throws Exception {
        for (Workload workload : Workload.in(Manifests.of(overlay))) {
            Probe startup = workload.container().getStartupProbe();
            assertAsks(startup, "/actuator/health/liveness");
            assertAsks(workload.container().getLivenessProbe(), "/actuator/health/liveness");
            assertAsks(workload.container().getReadinessProbe(), "/actuator/health/readiness");
            // Six times as long as a start takes on two cores that four services share (docs/benchmarks.md).
            assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold())
                    .isGreaterThanOrEqualTo(180);
        }
    }

    private static void assertAsks(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
    }

    @Test
    void who_lives_depends_on_nobody_else() {
        for (Image image : Image.all()) {
            Map<String, String> lines = image.settings().lines();
            if (image.health().startsWith("/actuator/") && !image.service().equals("front")) {
                assertThat(lines)
                        .as(image.service())
                        .containsEntry("management.endpoint.health.group.liveness.include", "livenessState");
                assertThat(lines.get("management.endpoint.health.group.readiness.include"))
                        .startsWith("readinessState,");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_pod_may_do_nothing_that_it_need_not(String overlay) throws Exception {
        for (Workload workload : Workload.in(Manifests.of(overlay))) {
            var pod = workload.template().getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getContainers()).hasSize(1);
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            var may = workload.container().getSecurityContext();
            assertThat(may.getReadOnlyRootFilesystem()).isTrue();
            assertThat(may.getAllowPrivilegeEscalation()).isFalse();
            assertThat(may.getCapabilities().getDrop()).containsExactly("ALL");
        }
        assertThat(Yamls.text(Yamls.DEPLOY.resolve("images/Dockerfile"))).contains("\nUSER 10001:10001\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_pod_has_room_and_no_more(String overlay) throws Exception {
        for (Workload workload : Workload.in(Manifests.of(overlay))) {
            Map<String, Quantity> limits = workload.container().getResources().getLimits();
            Map<String, Quantity> requests = workload.container().getResources().getRequests();
            assertThat(limits).containsOnlyKeys("cpu", "memory");
            assertThat(requests).containsOnlyKeys("cpu", "memory");
            assertThat(bytes(requests, "cpu")).isLessThanOrEqualTo(bytes(limits, "cpu"));
            assertThat(bytes(requests, "memory")).isLessThanOrEqualTo(bytes(limits, "memory"));
            // What was measured with a million of claims stored: 771 MB, 384 of them the heap.
            assertThat(bytes(limits, "memory")).isGreaterThan(new BigDecimal(900_000_000));
        }
    }

    private static BigDecimal bytes(Map<String, Quantity> quantities, String of) {
        return Quantity.getAmountInBytes(quantities.get(of));
    }

    @Test
    void a_stop_has_time_to_be_graceful() throws IOException {
        for (Workload workload : Workload.in(Manifests.written())) {
            Settings settings = Image.of(workload.name()).settings();
            assertThat(settings.lines()).containsEntry("server.shutdown", "graceful");
            long grace = workload.template().getSpec().getTerminationGracePeriodSeconds();
            if (workload.kind().equals("Deployment")) {
                long pause = workload.container()
                        .getLifecycle()
                        .getPreStop()
                        .getSleep()
                        .getSeconds();
                String phase = settings.lines().get("spring.lifecycle.timeout-per-shutdown-phase");
                assertThat(phase).isEqualTo("10s");
                assertThat(grace).isGreaterThanOrEqualTo(pause + 3 * 10);
            } else {
                assertThat(grace).isGreaterThan(30);
            }
        }
    }

    @Test
    void streams_keep_their_state_on_a_volume() throws Exception {
        Manifests manifests = Manifests.of("production");
        for (StatefulSet streams : manifests.of(StatefulSet.class)) {
            String state = requireNonNull(manifests.of(ConfigMap.class).stream()
                    .filter(map -> map.getMetadata().getName().startsWith("streams-"))
                    .findFirst()
                    .orElseThrow()
                    .getData()
                    .get("ALMANAC_STREAMS_STATEDIR"));
            assertThat(streams.getSpec().getVolumeClaimTemplates())
                    .singleElement()
                    .satisfies(
                            claim -> assertThat(claim.getMetadata().getName()).isEqualTo("state"));
            assertThat(streams.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getVolumeMounts())
                    .anyMatch(mount -> mount.getName().equals("state") && state.startsWith(mount.getMountPath() + "/"));
        }
    }

    @Test
    void secrets_are_named_and_not_told() throws IOException {
        Manifests manifests = Manifests.written();
        for (Workload workload : Workload.in(manifests)) {
            for (EnvVar variable : workload.container().getEnv()) {
                assertThat(variable.getValue()).as(variable.getName()).isNull();
                assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
            }
        }
        for (Kustomization kustomization : manifests.of(Kustomization.class)) {
            assertThat(kustomization.getSecretGenerator()).isEmpty();
            kustomization.getConfigMapGenerator().stream()
                    .flatMap(map -> map.getLiterals().stream())
                    .forEach(literal -> {
                        assertThat(Secrets.looksLikeOne(literal.split("=", -1)[0]))
                                .as(literal)
                                .isFalse();
                        assertThat(literal).doesNotContainPattern("://[^/]*@");
                    });
        }
    }

    @Test
    void a_pod_in_production_may_always_be_moved_and_never_all_at_once() throws Exception {
        Manifests production = Manifests.of("production");
        List<String> services =
                Workload.in(production).stream().map(Workload::name).toList();
        assertThat(production.of(PodDisruptionBudget.class))
                .extracting(budget ->
                        budget.getSpec().getSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .containsExactlyInAnyOrderElementsOf(services);
        assertThat(production.of(PodDisruptionBudget.class))
                .allSatisfy(budget ->
                        assertThat(budget.getSpec().getMaxUnavailable()).isEqualTo(new IntOrString(1)));
        assertThat(Workload.in(production)).allSatisfy(workload -> {
            assertThat(workload.template().getSpec().getAffinity().getPodAntiAffinity())
                    .isNotNull();
            assertThat(workload.template().getSpec().getTopologySpreadConstraints())
                    .isNotEmpty();
        });
    }

    @Test
    void who_speaks_with_whom_goes_by_ports_that_are_there() throws IOException {
        Manifests manifests = Manifests.written();
        List<NetworkPolicy> policies = manifests.of(NetworkPolicy.class);
        assertThat(policies)
                .anyMatch(policy ->
                        policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
                                && policy.getSpec().getPolicyTypes().equals(List.of("Ingress", "Egress"))
                                && policy.getSpec().getIngress().isEmpty()
                                && policy.getSpec().getEgress().isEmpty());
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getIngress())
                .flatExtracting(rule -> rule.getPorts())
                .extracting(port -> port.getPort().getStrVal())
                .isSubsetOf("http", "management");
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .flatExtracting(rule -> rule.getPorts())
                .extracting(port -> port.getPort().getIntVal())
                .containsOnly(
                        53,
                        443,
                        587,
                        5432,
                        9092,
                        27017,
                        Image.of("command-service").port());
    }

    @Test
    void metrics_are_read_where_they_are() throws IOException {
        assertThat(Manifests.written().only(PodMonitor.class).getSpec().getPodMetricsEndpoints())
                .singleElement()
                .satisfies(endpoint -> {
                    assertThat(endpoint.getPort()).isEqualTo("management");
                    assertThat(endpoint.getPath()).isEqualTo("/actuator/prometheus");
                });
    }
}

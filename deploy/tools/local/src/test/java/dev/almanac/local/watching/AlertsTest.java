package dev.almanac.local.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is woken finds what it means, how bad it is, and what to do. */
class AlertsTest {
    private static final Path DOCS = Asked.DEPLOY.resolve("../docs");
    private static final String RUNBOOKS = "docs/runbooks/";

    @Test
    void every_alert_says_how_bad_it_is_what_it_means_and_what_to_do() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.severity()).as(alert.name()).isIn("page", "ticket");
            assertThat(alert.summary()).as(alert.name()).isNotBlank();
            String runbook = Objects.requireNonNull(alert.runbook(), alert.name());
            assertThat(runbook).startsWith(RUNBOOKS);
            assertThat(DOCS.resolve("..").resolve(runbook)).exists();
        });
    }

    @Test
    void every_alert_stands_in_the_index_and_in_its_runbook() throws IOException {
        String index = Files.readString(DOCS.resolve("alerts.md"));
        for (Rule alert : alerts()) {
            String runbook = Files.readString(DOCS.resolve("..").resolve(Objects.requireNonNull(alert.runbook())));
            assertThat(index).contains("`" + alert.name() + "`");
            assertThat(runbook).as(alert.runbook()).contains("`" + alert.name() + "`");
        }
    }

    @Test
    void every_runbook_is_of_an_alert_or_named_where_people_begin() throws IOException {
        Set<String> linked = Set.copyOf(alerts().stream().map(Rule::runbook).toList());
        String index = Files.readString(DOCS.resolve("alerts.md")) + Files.readString(DOCS.resolve("../README.md"));
        try (Stream<Path> runbooks = Files.list(DOCS.resolve("runbooks"))) {
            assertThat(runbooks.map(file -> file.getFileName().toString()))
                    .allMatch(name -> linked.contains(RUNBOOKS + name) || index.contains("runbooks/" + name));
        }
    }

    /** A rule that nobody asks for costs an evaluation twice a minute. */
    @Test
    void what_is_recorded_is_used() {
        List<String> asked = Rule.all().stream()
                .flatMap(rule -> PromQl.selectors(rule.expression()).stream())
                .map(PromQl.Selector::metric)
                .toList();
        assertThat(asked).containsAll(Rule.recorded());
    }

    /** {@code deploy/alerts/for-kubernetes} writes it. */
    @Test
    void clusters_get_the_same_rules() {
        JsonNode resource = Rule.YAML.readTree(
                Asked.DEPLOY.resolve("kubernetes/base/suite/alerts.yaml").toFile());
        List<JsonNode> groups = Stream.of("objectives.yaml", "causes.yaml")
                .flatMap(file -> Rule.groups(Asked.DEPLOY.resolve("alerts").resolve(file)).stream())
                .toList();
        assertThat(Rule.files()).hasSize(2);
        assertThat(List.copyOf(resource.get("spec").get("groups").values())).isEqualTo(groups);
    }

    private static List<Rule> alerts() {
        return Rule.all().stream().filter(Rule::isAlert).toList();
    }
}

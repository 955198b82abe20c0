package dev.almanac.local.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No Grafana is at hand: its files are held to the part of its model that they use. Whether what they ask is said, the suite shows. */
class DashboardsTest {
    private static final int COLUMNS = 24;
    private static final Set<String> OF_A_DASHBOARD = Set.of(
            "uid",
            "title",
            "description",
            "tags",
            "schemaVersion",
            "editable",
            "refresh",
            "time",
            "timezone",
            "links",
            "panels");
    private static final Set<String> OF_A_PANEL =
            Set.of("id", "type", "title", "description", "gridPos", "datasource", "fieldConfig", "options", "targets");
    private static final Set<String> TYPES = Set.of("timeseries", "stat", "bargauge", "row");
    private static final Set<String> UNITS = Set.of("s", "reqps", "ops", "percentunit", "short", "bytes");

    @Test
    void there_is_one_for_each_service_and_one_over_all() {
        assertThat(Dashboard.all())
                .extracting(Dashboard::file)
                .containsExactly(
                        "command-service.json",
                        "conflict-detector.json",
                        "front.json",
                        "overview.json",
                        "query-service.json",
                        "rule-expander.json");
    }

    @Test
    void each_is_what_grafana_reads() throws IOException {
        String source = Files.readString(Asked.DEPLOY.resolve("compose/grafana/datasources/prometheus.yaml"));
        assertThat(source).contains("uid: prometheus\n", "type: prometheus\n");
        for (Dashboard dashboard : Dashboard.all()) {
            JsonNode json = dashboard.json();
            assertThat(OF_A_DASHBOARD).as(dashboard.file()).containsAll(json.propertyNames());
            assertThat(dashboard.file()).isEqualTo(json.get("uid").asString() + ".json");
            assertThat(json.get("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
            assertThat(json.get("title").asString()).isNotBlank();
            dashboard.panels().forEach(panel -> isRead(dashboard.file(), panel));
        }
    }

    private static void isRead(String file, JsonNode panel) {
        String title = file + " " + panel.get("title").asString();
        assertThat(OF_A_PANEL).as(title).containsAll(panel.propertyNames());
        assertThat(TYPES).as(title).contains(panel.get("type").asString());
        if (panel.get("type").asString().equals("row")) {
            return;
        }
        assertThat(panel.get("description").asString()).as(title).isNotBlank();
        assertThat(panel.get("datasource").get("uid").asString()).as(title).isEqualTo("prometheus");
        assertThat(UNITS)
                .as(title)
                .contains(panel.get("fieldConfig").get("defaults").get("unit").asString());
        Set<String> refs = new HashSet<>();
        panel.get("targets").forEach(target -> {
            assertThat(refs.add(target.get("refId").asString())).as(title).isTrue();
            assertThat(target.propertyNames()).as(title).isSubsetOf("refId", "expr", "legendFormat", "instant");
        });
        assertThat(refs).as(title).isNotEmpty();
    }

    @Test
    void no_panel_lies_on_another() {
        for (Dashboard dashboard : Dashboard.all()) {
            Set<Integer> ids = new HashSet<>();
            Set<String> taken = new HashSet<>();
            List<String> twice = new ArrayList<>();
            dashboard.panels().forEach(panel -> {
                assertThat(ids.add(panel.get("id").asInt()))
                        .as(dashboard.file())
                        .isTrue();
                JsonNode place = panel.get("gridPos");
                assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(COLUMNS);
                cells(place).filter(cell -> !taken.add(cell)).forEach(twice::add);
            });
            assertThat(twice).as(dashboard.file()).isEmpty();
        }
    }

    private static java.util.stream.Stream<String> cells(JsonNode place) {
        int left = place.get("x").asInt();
        int top = place.get("y").asInt();
        return java.util.stream.IntStream.range(top, top + place.get("h").asInt())
                .boxed()
                .flatMap(y -> java.util.stream.IntStream.range(
                                left, left + place.get("w").asInt())
                        .mapToObj(x -> x + "," + y));
    }

    @Test
    void every_question_can_be_read() {
        for (Asked asked : Asked.all()) {
            assertThat(PromQl.selectors(asked.expression())).as(asked.where()).isNotEmpty();
        }
    }

    @Test
    void legends_name_labels_that_are_kept() {
        for (Dashboard dashboard : Dashboard.all()) {
            dashboard
                    .panels()
                    .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                    .forEach(target -> {
                        String expression = target.get("expr").asString();
                        Set<String> labels = new HashSet<>();
                        PromQl.selectors(expression).forEach(selector -> labels.addAll(selector.labels()));
                        java.util.regex.Pattern.compile("\\{\\{(\\w+)}}")
                                .matcher(target.get("legendFormat").asString())
                                .results()
                                .forEach(named -> assertThat(labels)
                                        .as(dashboard.file() + " " + expression)
                                        .contains(named.group(1)));
                    });
        }
    }
}

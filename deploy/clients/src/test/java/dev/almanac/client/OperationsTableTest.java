package dev.almanac.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web calendar sends each operation as the generated client does: by a table of its own, from the same documents. */
class OperationsTableTest {
    private static final Path TABLE =
            Path.of("../../query-service/web/target/generated/scripts/generated/operations.js");
    private static final Path CLIENTS = Path.of("target/generated-sources/typescript");
    private static final Pattern OPERATION =
            Pattern.compile("(?s)async (\\w+)RequestOpts\\((.*?)path: urlPath,\\s+method: '(\\w+)',(.*?)\\n    }");
    private static final Pattern PATH = Pattern.compile("let urlPath = `([^`]+)`");
    private static final Pattern IN_PATH = Pattern.compile("replace\\('\\{([^']+)}'.*?requestParameters\\['(\\w+)']");
    private static final Pattern SENT =
            Pattern.compile("(query|header)Parameters\\['([^']+)'] = .*?requestParameters\\['(\\w+)']");
    private static final Pattern TYPE = Pattern.compile("headerParameters\\['Content-Type'] = '([^']+)'");
    private static final Pattern BODY = Pattern.compile("body: requestParameters\\['(\\w+)']");

    @ParameterizedTest
    @CsvSource({"queries, queries/apis/QueriesApi.ts", "commands, commands/apis/CommandsApi.ts"})
    void the_pages_table_says_what_the_generated_client_does(String name, String client) throws IOException {
        Map<String, Set<String>> generated = new TreeMap<>();
        OPERATION
                .matcher(Files.readString(CLIENTS.resolve(client)))
                .results()
                .forEach(found -> generated.put(found.group(1), said(found)));

        assertThat(generated).hasSizeGreaterThan(40);
        assertThat(table(name)).isEqualTo(generated);
    }

    private static Set<String> said(MatchResult operation) {
        String code = operation.group(2);
        Set<String> said = new TreeSet<>();
        said.add("method " + operation.group(3));
        PATH.matcher(code).results().forEach(path -> said.add("path " + path.group(1)));
        IN_PATH.matcher(code).results().forEach(one -> said.add("path " + one.group(1) + " as " + one.group(2)));
        SENT.matcher(code)
                .results()
                .forEach(one -> said.add(one.group(1) + " " + one.group(2) + " as " + one.group(3)));
        BODY.matcher(operation.group(4)).results().forEach(body -> said.add("body as " + body.group(1)));
        TYPE.matcher(code).results().forEach(type -> said.add("type " + type.group(1)));
        return said;
    }

    private static Map<String, Set<String>> table(String name) throws IOException {
        String line = Files.readAllLines(TABLE).stream()
                .filter(one -> one.startsWith("export const " + name + " = "))
                .findFirst()
                .orElseThrow();
        JsonNode rows = JsonMapper.shared().readTree(line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1));
        Map<String, Set<String>> table = new TreeMap<>();
        rows.properties().forEach(row -> table.put(row.getKey(), said(row.getValue())));
        return table;
    }

    private static Set<String> said(JsonNode row) {
        Set<String> said = new TreeSet<>();
        said.add("method " + row.path("method").asString().toUpperCase(Locale.ROOT));
        said.add("path " + row.path("path").asString());
        row.path("parameters")
                .forEach(one -> said.add(one.path("in").asString() + " "
                        + one.path("name").asString() + " as " + one.path("as").asString()));
        if (row.has("body")) {
            said.add("body as " + row.path("body").path("as").asString());
            said.add("type " + row.path("body").path("type").asString());
        }
        return said;
    }
}

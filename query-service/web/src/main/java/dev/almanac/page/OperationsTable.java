package dev.almanac.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of both services and how it is sent, as a script of the page: from their OpenAPI documents. */
record OperationsTable(ObjectNode queries, ObjectNode commands) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static OperationsTable of(Path documents) throws IOException {
        return new OperationsTable(
                table(documents.resolve("query-service.json")), table(documents.resolve("command-service.json")));
    }

    private static ObjectNode table(Path document) throws IOException {
        return table(JSON.readTree(Files.readString(document)));
    }

    static ObjectNode table(JsonNode document) {
        Known.DOCUMENT.check("the document", document);
        ObjectNode table = JSON.createObjectNode();
        document.path("paths").properties().forEach(path -> {
            Known.METHODS.check(path.getKey(), path.getValue());
            path.getValue()
                    .properties()
                    .forEach(operation -> add(
                            table, new DocumentedOperation(path.getKey(), operation.getKey(), operation.getValue())));
        });
        return table;
    }

    private static void add(ObjectNode table, DocumentedOperation operation) {
        if (table.has(operation.id())) {
            throw new BuildFailure(operation.id() + " is documented twice");
        }
        table.set(operation.id(), operation.row());
    }

    /** Each of the two in a line, which is JSON. */
    String script() {
        return "// Generated from docs/openapi.\n"
                + "export const queries = " + JSON.writeValueAsString(queries) + ";\n"
                + "export const commands = " + JSON.writeValueAsString(commands) + ";\n";
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script());
    }
}

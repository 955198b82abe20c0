package dev.almanac.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsTableTest {
    private static final String CALENDAR = """
            {"paths": {"/calendars/{calendarId}": {"put": {
              "operationId": "updateCalendar",
              "parameters": [
                {"in": "path", "name": "calendarId", "required": true, "schema": {"type": "string"}},
                {"in": "query", "name": "types", "schema": {"type": "array", "items": {"type": "string"}}},
                {"in": "header", "name": "If-Match", "schema": {"type": "string"}}],
              "requestBody": {"content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/CalendarRequest"}},
                "application/merge-patch+json": {}}},
              "responses": {}}}}}""";

    @Test
    void says_how_each_operation_is_sent_and_what_its_arguments_are_called() {
        assertThat(OperationsTable.table(json(CALENDAR))).isEqualTo(json("""
                {"updateCalendar": {"method": "PUT", "path": "/calendars/{calendarId}", "parameters": [
                  {"in": "path", "name": "calendarId", "as": "calendarId"},
                  {"in": "query", "name": "types", "as": "types"},
                  {"in": "header", "name": "If-Match", "as": "ifMatch"}],
                  "body": {"as": "calendarRequest", "type": "application/json"}}}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "If-None-Match, ifNoneMatch",
        "Last-Event-ID, lastEventID",
        "lastEventId, lastEventId",
        "CalendarRequest, calendarRequest",
        "q, q"
    })
    void calls_arguments_as_the_generated_clients_do(String name, String argument) {
        assertThat(ArgumentName.of(name)).isEqualTo(argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "snake_case", "filter[name]", "", "2nd"})
    void takes_no_name_that_the_generator_changes_in_another_way(String name) {
        assertThatThrownBy(() -> ArgumentName.of(name)).isInstanceOf(BuildFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "operationId, nickname",
        "responses, callbacks",
        "put, head",
        "paths, webhooks",
        "header, cookie",
        "required, style",
        "requestBody, servers",
        "/calendars/{calendarId}, /calendars/{id}",
        "If-Match, types",
        "#/components/schemas/CalendarRequest, #/elsewhere"
    })
    void fails_on_what_it_does_not_know(String known, String unknown) {
        assertThatThrownBy(() -> OperationsTable.table(json(CALENDAR.replace(known, unknown))))
                .isInstanceOf(BuildFailure.class);
    }

    @Test
    void both_services_can_be_asked() throws IOException {
        OperationsTable table = OperationsTable.of(Path.of("..", "..", "docs", "openapi"));

        assertThat(table.queries().propertyNames()).contains("getCalendar", "streamChanges");
        assertThat(table.commands().propertyNames()).contains("scheduleEvent");
        assertThat(table.script()).contains("\nexport const queries = {", "\nexport const commands = {");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

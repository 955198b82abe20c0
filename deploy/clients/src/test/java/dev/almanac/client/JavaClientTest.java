package dev.almanac.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.client.commands.ApiException;
import dev.almanac.client.commands.CommandsApi;
import dev.almanac.client.commands.CommandsApi.APIPatchEventRequest;
import dev.almanac.client.commands.CommandsApi.APIScheduleEventRequest;
import dev.almanac.client.commands.model.SchedulePatch;
import dev.almanac.client.commands.model.ScheduleRequest;
import dev.almanac.client.commands.model.WriteAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavaClientTest {
    private final List<String> asked = new ArrayList<>();
    private int status = 201;
    private String answer = "";
    private HttpServer server;
    private CommandsApi commands;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        commands = new CommandsApi(new dev.almanac.client.commands.ApiClient()
                .setScheme("http")
                .setHost("localhost")
                .setPort(server.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void what_was_not_set_is_not_sent_and_what_is_new_in_an_answer_is_passed_over() throws ApiException {
        answer = """
                {"id":"concert","version":0,"changeId":"c1","position":17,"undoableUntil":"2030-05-02T09:05:00Z","weather":"rain"}""";
        WriteAnswer booked = commands.scheduleEvent(booking());

        assertThat(asked).containsExactly("""
                        POST /api/v1/schedules {"calendarId":"hall","endDateTime":"2030-06-03T20:00:00",\
                        "startDateTime":"2030-06-03T18:00:00","timeZone":"Europe/Vienna","title":"Concert"}""");
        assertThat(booked.getId()).isEqualTo("concert");
        assertThat(booked.getPosition()).isEqualTo(17);
        assertThat(booked.getUndoableUntil()).isNotNull();
    }

    @Test
    void a_patch_says_what_it_changes_and_nothing_else() throws ApiException {
        status = 200;
        answer = """
                {"id":"concert","version":1,"changeId":"c2","position":18}""";
        commands.patchEvent(APIPatchEventRequest.newBuilder()
                .scheduleId("concert")
                .schedulePatch(new SchedulePatch().title("Gala"))
                .build());

        assertThat(asked).containsExactly("PATCH /api/v1/schedules/concert {\"title\":\"Gala\"}");
    }

    @Test
    void a_refusal_is_an_exception_with_the_problem() {
        status = 409;
        answer = "{\"type\":\"urn:scheduling:problem:slot-is-full\",\"status\":409}";
        ApiException refused = catchThrowableOfType(ApiException.class, () -> commands.scheduleEvent(booking()));

        assertThat(refused.getCode()).isEqualTo(409);
        assertThat(refused.getResponseBody()).contains("slot-is-full");
    }

    private static APIScheduleEventRequest booking() {
        return APIScheduleEventRequest.newBuilder()
                .scheduleRequest(new ScheduleRequest()
                        .calendarId("hall")
                        .title("Concert")
                        .startDateTime("2030-06-03T18:00:00")
                        .endDateTime("2030-06-03T20:00:00")
                        .timeZone("Europe/Vienna"))
                .build();
    }
}

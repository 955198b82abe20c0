package dev.almanac.query.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.wire.ChangeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command-service that would schedule one event, and that knows of one release of zone data. */
public final class RehearsingService {
    private final HttpServer server;
    private volatile @Nullable EventScheduledOnCalendar rehearsed;
    private volatile @Nullable String asked;

    RehearsingService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/rehearsals", this::rehearse);
        server.createContext("/api/v1/ops/zone-data", this::answerZoneData);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What every rehearsal leads to from now on. */
    public void rehearses(EventScheduledOnCalendar change) {
        rehearsed = change;
    }

    /** The last question about zone data, and how its asker authenticated. */
    public @Nullable String asked() {
        return asked;
    }

    private void rehearse(HttpExchange exchange) throws IOException {
        EventScheduledOnCalendar change = rehearsed;
        Map<String, Object> answer = Map.of(
                "position",
                0,
                "answers",
                change == null
                        ? List.of()
                        : List.of(Map.of(
                                "status",
                                201,
                                "changes",
                                List.of(Map.of("type", change.type(), "sequence", 0, "data", change)))));
        byte[] body = ChangeJson.mapper().writeValueAsBytes(answer);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As the command-service answers, which is tested there. */
    private void answerZoneData(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization").substring(0, 7);
        boolean known = exchange.getRequestURI().getPath().startsWith("/api/v1/ops/zone-data/1/");
        boolean list = exchange.getRequestURI().getPath().equals("/api/v1/ops/zone-data");
        String body = list
                ? """
                {"items":[{"id":"1","release":"2026f","begunAt":"2026-11-01T00:00:00Z","pending":0,"moved":1,"stayed":1,
                "changed":0,"doubtful":0}],"nextCursor":"1"}"""
                : known
                        ? """
                        {"items":[{"kind":"OCCURRENCE","id":"s@20270610T100000","scheduleId":"s","calendarId":"hall-1",
                        "timeZone":"America/Vancouver","localStart":"2027-06-10T10:00","fromStartDateTime":"2027-06-10T17:00:00Z",
                        "fromEndDateTime":"2027-06-10T18:00:00Z","toStartDateTime":"2027-06-10T18:00:00Z",
                        "toEndDateTime":"2027-06-10T19:00:00Z","outcome":"STAYED","reason":"full","inTheWay":["t"]}]}"""
                        : "{\"type\":\"urn:scheduling:problem:subject-does-not-exist\",\"title\":\"x\",\"status\":404}";
        exchange.sendResponseHeaders(list || known ? 200 : 404, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}

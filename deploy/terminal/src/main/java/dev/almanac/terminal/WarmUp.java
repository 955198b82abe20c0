package dev.almanac.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Goes through what commands usually do, against a server of its own, for the JVM to take down what a start needs. */
@Command(name = "warm-up", hidden = true, description = "Records what a start needs.")
final class WarmUp implements Callable<Integer> {
    private static final String CALENDAR = "00000000-0000-4000-8000-000000000001";
    private static final Map<String, String> ANSWERS = Map.of(
            "/api/v1/calendars",
            "{\"items\":[{\"id\":\"" + CALENDAR
                    + "\",\"name\":\"Hall\",\"calendarType\":\"VENUE\",\"timeZone\":\"Europe/Berlin\","
                    + "\"maxConcurrentEvents\":1,\"active\":true,\"version\":1}]}",
            "/api/v1/schedules",
            "{\"items\":[{\"id\":\"" + CALENDAR + "\",\"calendarId\":\"" + CALENDAR + "\",\"title\":\"Matin\u00e9e\","
                    + "\"startDateTime\":\"2026-12-06T10:00:00Z\",\"endDateTime\":\"2026-12-06T11:00:00Z\","
                    + "\"timeZone\":\"Europe/Berlin\",\"status\":\"SCHEDULED\",\"version\":1}]}",
            "/api/v1/schedules/conflicts",
            "{\"items\":[]}",
            "/api/v1/what-if",
            "{\"detected\":[],\"cleared\":[],\"overbookings\":[],\"results\":[{\"status\":409,\"body\":{\"title\":\"Full\"}}]}");
    private static final List<List<String>> LINES = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("events"),
            List.of("events", "Hall", "--json"),
            List.of("conflicts"),
            List.of("book", "Hall", "Matin\u00e9e", "tomorrow 11:00", "12:00", "--dry-run"),
            List.of("runs"));

    private final Surroundings surroundings;

    WarmUp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WarmUp::answer);
        server.start();
        try {
            Surroundings own = nowhere("http://localhost:" + server.getAddress().getPort());
            LINES.stream()
                    .map(line -> line.toArray(String[]::new))
                    .forEach(line -> Almanac.commandLine(own, line).execute(line));
        } finally {
            server.stop(0);
        }
        return ExitCode.DONE.number();
    }

    /** On a terminal that nobody sees. */
    private Surroundings nowhere(String url) {
        PrintStream unseen = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(
                Map.of("ALMANAC_URL", url, "ALMANAC_TOKEN", "none"),
                new ByteArrayInputStream(new byte[0]),
                unseen,
                unseen,
                true,
                true,
                100,
                surroundings.clock());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), "{\"items\":[]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

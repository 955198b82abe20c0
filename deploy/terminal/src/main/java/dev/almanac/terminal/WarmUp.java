package dev.almanac.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Message;
import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.Update;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.screen.ColourDepth;
import dev.almanac.terminal.screen.Input.Typed;
import dev.almanac.terminal.screen.Painter;
import dev.almanac.terminal.screen.Palette;
import dev.almanac.terminal.screen.Size;
import dev.almanac.terminal.views.Frame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
            List.of("runs"),
            List.of("calendar", "--plain"));

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
            drawn();
        } finally {
            server.stop(0);
        }
        return ExitCode.DONE.number();
    }

    private static void drawn() {
        Painter painter = new Painter(new Palette(ColourDepth.INDEXED));
        Board board = Board.at(Place.of(View.MONTH, LocalDate.EPOCH, ZoneOffset.UTC), Filter.ALL, LocalDate.EPOCH);
        for (View view : View.values()) {
            Board step = Update.of(board.at(board.place().in(view)), new Message.Acted(new Typed("?")))
                    .board();
            String _ = painter.from(null, Frame.of(step, Size.SMALLEST).canvas());
        }
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

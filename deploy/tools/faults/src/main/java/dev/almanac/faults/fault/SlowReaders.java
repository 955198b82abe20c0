package dev.almanac.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Streams of changes are opened, by several people as many as each may, and nobody reads what comes. The memory of the services
 * stays bounded, and whoever is not let in is told so.
 */
record SlowReaders(String name, int people, int streamsOfEach, int moreMegabytesMax, Duration lasts) implements Fault {
    private static final System.Logger LOG = System.getLogger(SlowReaders.class.getName());
    private static final int RECEIVED_BYTES = 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;
    /** Let in; as many as one user, or an instance, may have. */
    private static final Set<String> ANSWERS = Set.of("200", "429", "503");

    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + "200".length();

    @Override
    public void strike(Field field) throws InterruptedException {
        long before = megabytes(field);
        List<Socket> streams = new ArrayList<>();
        try {
            for (String token : tokens(field)) {
                for (int i = 0; i < streamsOfEach; i++) {
                    streams.add(open(field, token));
                }
            }
            Thread.sleep(lasts);
            Map<String, Integer> answers = new TreeMap<>();
            for (Socket stream : streams) {
                answers.merge(status(stream), 1, Integer::sum);
            }
            LOG.log(System.Logger.Level.INFO, "{0}: answers {1}", name, answers);
            if (!ANSWERS.containsAll(answers.keySet())) {
                throw new IllegalStateException(name + ": " + answers);
            }
            long more = megabytes(field) - before;
            if (more > moreMegabytesMax) {
                throw new IllegalStateException(name + " take " + more + " MB");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            streams.forEach(SlowReaders::close);
        }
    }

    private List<String> tokens(Field field) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int person = 0; person < people; person++) {
                URI issuer = URI.create(field.suite().issuerUrl() + "/token?user=reader-" + person + "&roles=manager");
                tokens.add(http.send(HttpRequest.newBuilder(issuer).build(), BodyHandlers.ofString())
                        .body()
                        .strip());
            }
        }
        return tokens;
    }

    /** Of the answer that has come, of which no more is read than that; or why none has. */
    private static String status(Socket stream) {
        try {
            stream.setSoTimeout(ANSWER_MILLIS);
            byte[] line = stream.getInputStream().readNBytes(STATUS_TO);
            return line.length < STATUS_TO
                    ? "closed"
                    : new String(line, STATUS_FROM, STATUS_TO - STATUS_FROM, StandardCharsets.US_ASCII);
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static Socket open(Field field, String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVED_BYTES);
        socket.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), field.suite().ports().front()),
                CONNECT_MILLIS);
        String request = "GET /api/v1/stream/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Of the front and the services behind it that hold the streams. */
    private static long megabytes(Field field) {
        return Stream.of("query-service", "front")
                .flatMap(kind -> field.instances(kind).stream())
                .mapToLong(part -> megabytes(field.suite().part(part).process().pid()))
                .sum();
    }

    private static long megabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .sum()
                    / 1024;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // As was wanted.
        }
    }
}

package dev.almanac.terminal.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes as they are applied to the views: followed until the thread is interrupted, opened again as often as they end. */
public final class LiveChanges {
    /** Heartbeats come every 15 seconds: what is quiet for longer is dead. */
    private static final Duration SILENT_FOR_TOO_LONG = Duration.ofSeconds(40);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);
    private static final int LINES_WAITING_MAX = 10_000;
    private static final String END = "\0";

    private final Connection connection;
    private final @Nullable String calendarId;
    private String lastEventId = "";
    private int failures;

    LiveChanges(Connection connection, @Nullable String calendarId) {
        this.connection = connection;
        this.calendarId = calendarId;
    }

    /**
     * Blocks until the thread is interrupted.
     *
     * @throws ProblemException where trying again would not help, such as without a right
     */
    public void follow(Consumer<LiveMessage> listener) throws InterruptedException {
        while (true) {
            String reason = untilItEnds(listener);
            Duration pause = pause();
            listener.accept(new LiveMessage.Lost(reason, pause));
            Thread.sleep(pause);
        }
    }

    private Duration pause() {
        Duration pause = Duration.ofMillis(500L << Math.min(failures, 6));
        failures++;
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private String untilItEnds(Consumer<LiveMessage> listener) throws InterruptedException {
        try {
            Address address = Address.of("/stream/changes").with("calendarId", calendarId);
            HttpResponse<InputStream> answer = connection.open(address, lastEventId);
            try (InputStream lines = answer.body()) {
                if (answer.statusCode() != 200) {
                    return refused(answer.statusCode(), new String(lines.readAllBytes(), StandardCharsets.UTF_8));
                }
                listener.accept(new LiveMessage.Opened(!lastEventId.isEmpty()));
                return told(lines, listener);
            }
        } catch (IOException failed) {
            return "the connection failed";
        }
    }

    private static String refused(int status, String body) {
        Problem problem = Problem.of(status, body);
        if (status == 429 || status >= 500) {
            return problem.sentence();
        }
        throw new ProblemException(problem);
    }

    /** Read on a thread of its own, since a read knows no time at which it gives up. */
    private String told(InputStream stream, Consumer<LiveMessage> listener) throws InterruptedException {
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>(LINES_WAITING_MAX);
        Thread reader = Thread.ofVirtual().start(() -> read(stream, lines));
        try {
            ServerSentEvents events = new ServerSentEvents();
            while (true) {
                String line = lines.poll(SILENT_FOR_TOO_LONG.toMillis(), TimeUnit.MILLISECONDS);
                if (line == null) {
                    return "nothing was heard for " + SILENT_FOR_TOO_LONG.toSeconds() + " seconds";
                }
                if (line.equals(END)) {
                    return "the stream ended";
                }
                failures = 0;
                hear(events.after(line), listener);
            }
        } finally {
            reader.interrupt();
        }
    }

    private static void read(InputStream stream, LinkedBlockingQueue<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.put(line);
            }
        } catch (IOException closed) {
            // As an end: it is opened again.
        } catch (InterruptedException stopped) {
            return;
        }
        lines.offer(END);
    }

    private void hear(ServerSentEvents.Message message, Consumer<LiveMessage> listener) {
        if (!message.id().isEmpty()) {
            lastEventId = message.id();
        }
        switch (message.name()) {
            case "change" -> {
                LiveMessage.Changed changed = LiveMessage.Changed.of(Json.read(message.text()));
                connection.expect(changed.position());
                listener.accept(changed);
            }
            case "reset", "overflow" -> listener.accept(new LiveMessage.Gap());
            default -> {
                // Heartbeats, and ends that are told before they come.
            }
        }
    }
}

package dev.almanac.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Notes when each change is heard of on the stream of changes: from then on the views contain it. A stream that lets its
 * client go, because it is too slow, is resumed where it ended.
 */
public final class ChangeFeed {
    private static final String DATA = "data:";
    private static final String ID = "id:";
    private static final int RESUMED_MAX = 1000;
    private final Map<String, Long> heardNanos = new HashMap<>();
    private String lastId = "";
    private boolean ended;

    public static ChangeFeed of(Api api) throws IOException, InterruptedException {
        ChangeFeed feed = new ChangeFeed();
        Stream<String> lines = api.changes("");
        Thread.ofPlatform().daemon().name("change-feed").start(() -> feed.follow(api, lines));
        return feed;
    }

    /** What a conflict is found by: the ids of the two events, the smaller one first. */
    static String conflict(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private void follow(Api api, Stream<String> first) {
        Stream<String> lines = first;
        try {
            for (int resumed = 0; resumed < RESUMED_MAX; resumed++) {
                hearAll(lines);
                lines = api.changes(lastId);
            }
        } catch (IOException | UncheckedIOException closed) {
            // The end of the load closes it, or the service: whoever waits is woken.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void hearAll(Stream<String> stream) {
        try (Stream<String> lines = stream) {
            lines.forEach(line -> {
                if (line.startsWith(DATA)) {
                    hear(line.substring(DATA.length()), System.nanoTime());
                } else if (line.startsWith(ID)) {
                    lastId = line.substring(ID.length());
                }
            });
        }
    }

    private void hear(String data, long nanos) {
        JsonNode message = Api.JSON.readTree(data);
        JsonNode change = message.path("change");
        if (change.isMissingNode()) {
            return;
        }
        String heard = change.has("conflictingEventId")
                ? conflict(
                        change.get("scheduledEventId").asString(),
                        change.get("conflictingEventId").asString())
                : message.path("subject").asString();
        note(heard, nanos);
    }

    private synchronized void note(String heard, long nanos) {
        heardNanos.putIfAbsent(heard, nanos);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until all were heard of; answers when ({@link System#nanoTime()}), without those that never were. */
    synchronized Map<String, Long> await(Collection<String> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended && !heardNanos.keySet().containsAll(wanted)) {
            long millisLeft = (deadline - System.nanoTime()) / 1_000_000;
            if (millisLeft <= 0) {
                break;
            }
            wait(millisLeft);
        }
        Map<String, Long> heard = new HashMap<>(heardNanos);
        heard.keySet().retainAll(wanted);
        return heard;
    }
}

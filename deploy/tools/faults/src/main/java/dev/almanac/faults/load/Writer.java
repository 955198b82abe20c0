package dev.almanac.faults.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Books, moves and removes events of its own, one after the other, and reads each after it has written it. What nobody decided
 * within the time is left alone: whether it was done is for the checker to find out.
 */
public final class Writer implements Runnable {
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(60);
    private static final int KEPT_MAX = 50;
    private static final int QUARTERS = 20 * 24 * 4;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<String> own = new ArrayList<>();
    private final Client client;
    private final Stage stage;
    private final String name;
    private final Random random;
    private final Duration rest;
    private volatile boolean over;
    private int booked;

    /**
     * Of one client.
     *
     * @param rest between two writes
     */
    public Writer(Client client, Stage stage, String name, long seed, Duration rest) {
        this.client = client;
        this.stage = stage;
        this.name = name;
        this.random = new Random(seed);
        this.rest = rest;
    }

    /** How many writes were acknowledged. */
    public int acknowledged() {
        return acknowledged.get();
    }

    public void end() {
        over = true;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                step();
                Thread.sleep(rest);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        int choice = random.nextInt(10);
        if (own.isEmpty() || choice < 6) {
            book();
        } else if (choice < 9) {
            move(own.get(random.nextInt(own.size())));
        } else {
            remove(own.get(random.nextInt(own.size())));
        }
    }

    private void book() throws InterruptedException {
        booked++;
        boolean small = random.nextInt(4) == 0;
        List<String> needed = small
                ? List.of()
                : List.of(stage.resources().get(random.nextInt(stage.resources().size())));
        String calendar = small ? stage.small() : stage.roomy();
        Map<String, Object> event = stage.event(calendar, name + "-" + booked, anyQuarter(), needed);
        write("POST", "/schedules", event).ifPresent(answer -> {
            own.add(answer.text("id"));
            if (own.size() > KEPT_MAX) {
                own.removeFirst();
            }
        });
        if (!own.isEmpty()) {
            client.read("/schedules/" + own.getLast());
        }
    }

    /** What is refused or undecided is forgotten: it is as it was, or as nobody knows. */
    private void move(String id) throws InterruptedException {
        Map<String, String> move = Map.of("newStartDateTime", anyQuarter().toString());
        if (write("POST", "/schedules/" + id + "/reschedule", move).isEmpty()) {
            own.remove(id);
        }
        client.read("/schedules/" + id);
    }

    private void remove(String id) throws InterruptedException {
        var _ = write("DELETE", "/schedules/" + id + "?reason=over", null);
        own.remove(id);
    }

    private Optional<Answer> write(String method, String path, @Nullable Object body) throws InterruptedException {
        Optional<Answer> good = client.write(method, path, body, DECIDED_WITHIN).filter(Answer::isGood);
        good.ifPresent(_ -> acknowledged.incrementAndGet());
        return good;
    }

    private Instant anyQuarter() {
        return stage.start().plus(Duration.ofMinutes(15L * random.nextInt(QUARTERS)));
    }
}

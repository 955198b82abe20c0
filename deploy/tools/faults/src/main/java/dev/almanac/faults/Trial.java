package dev.almanac.faults;

import dev.almanac.faults.check.Check;
import dev.almanac.faults.check.Verdict;
import dev.almanac.faults.fault.Fault;
import dev.almanac.faults.fault.Faults;
import dev.almanac.faults.fault.Field;
import dev.almanac.faults.history.History;
import dev.almanac.faults.link.Link;
import dev.almanac.faults.load.Client;
import dev.almanac.faults.load.Stage;
import dev.almanac.faults.load.Worker;
import dev.almanac.faults.load.Writer;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Shape;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A suite under load, to which one fault after the other is done; what was asked and answered is in its history. */
public final class Trial implements AutoCloseable {
    private static final int WRITERS = 4;
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(250);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(3);

    private final Plan plan;
    private final Consumer<String> tell;
    private final Map<String, Link> links;
    private final Suite suite;
    private final Path historyFile;
    private final History history;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Duration> recoveries = new LinkedHashMap<>();
    private final Worker worker;
    private final @Nullable Disk disk;
    private @Nullable Recovery recovery;

    private Trial(Plan plan, Consumer<String> tell) throws IOException, InterruptedException {
        this.plan = plan;
        this.tell = tell;
        Files.createDirectories(plan.folder());
        Path data = plan.folder().resolve("data");
        this.disk = needsDisk(plan) ? Disk.mounted(data, Faults.DISK_MEGABYTES) : null;
        Ports ports = Ports.free();
        Shape shape = Shape.free(plan.brokers(), plan.instances());
        this.links = links(ports, shape);
        this.suite = Suite.of(Options.of(data, ports).withShape(shape.linked(between(ports, shape))), tell);
        this.historyFile = plan.folder().resolve("history.jsonl");
        this.history = new History(historyFile);
        this.worker = new Worker(suite.kafkaServers());
    }

    /** Starts the suite and the load. */
    public static Trial begin(Plan plan, Consumer<String> tell) throws IOException, InterruptedException {
        Trial trial = new Trial(plan, tell);
        try {
            trial.start();
            return trial;
        } catch (RuntimeException | InterruptedException e) {
            trial.close();
            throw e;
        }
    }

    private static boolean needsDisk(Plan plan) {
        return plan.faults().stream()
                .anyMatch(fault -> fault.needsDisk() && fault.whyNot().isEmpty());
    }

    private static Map<String, Link> links(Ports ports, Shape shape) throws IOException {
        Map<String, Link> links = new HashMap<>();
        for (int n = 1; n <= shape.brokers(); n++) {
            links.put(Shape.name("kafka", n), Link.to(shape.ports(ports, n).kafka()));
        }
        links.put("postgresql", Link.to(ports.postgres()));
        links.put("mongodb-stand-in", Link.to(ports.mongodb()));
        return links;
    }

    private Map<Integer, Integer> between(Ports ports, Shape shape) {
        Map<Integer, Integer> between = new HashMap<>();
        for (int n = 1; n <= shape.brokers(); n++) {
            between.put(shape.ports(ports, n).kafka(), link(Shape.name("kafka", n)));
        }
        between.put(ports.postgres(), link("postgresql"));
        between.put(ports.mongodb(), link("mongodb-stand-in"));
        return between;
    }

    private int link(String part) {
        Link link = links.get(part);
        if (link == null) {
            throw new IllegalArgumentException("nothing leads to " + part);
        }
        return link.port();
    }

    private void start() throws InterruptedException {
        history.noted("seed", plan.seed());
        suite.start();
        Client first = client("stage");
        Stage stage = Stage.set(first, history);
        run("worker", worker);
        for (int i = 0; i < WRITERS; i++) {
            Writer writer = new Writer(client("writer-" + i), stage, "w" + i, plan.seed() + i, BETWEEN_WRITES);
            writers.add(writer);
            run("writer-" + i, writer);
        }
        recovery = new Recovery(client("probe"), stage, worker);
        tell.accept(
                "all is well %.1f s after the load began".formatted(untilWell().toMillis() / 1000.0));
    }

    private Client client(String name) {
        Client client = new Client(suite.frontUrl(), suite.issuerUrl(), name, "manager", history);
        clients.add(client);
        return client;
    }

    private void run(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(work));
    }

    public Suite suite() {
        return suite;
    }

    /** Does all that is planned, or as much of it as the suite recovers from. */
    public void go() throws InterruptedException {
        Random random = new Random(plan.seed());
        Field field = new Field(suite, plan.folder().resolve("data"), links, random);
        long end = System.nanoTime() + plan.lasts().toNanos();
        int round = 1;
        do {
            for (Fault fault : plan.faults()) {
                if ((round == 1 || System.nanoTime() < end) && !bear(fault, round, field)) {
                    return;
                }
            }
            round++;
        } while (System.nanoTime() < end);
    }

    /** Whether all is well again. What goes wrong is taken down for the checker, so that there is a verdict in any case. */
    private boolean bear(Fault fault, int round, Field field) throws InterruptedException {
        String name = round == 1 ? fault.name() : fault.name() + " (" + round + ")";
        String whyNot = plan.instances() == 1 && fault.needsSeveral() ? "there is no other instance" : fault.whyNot();
        if (!whyNot.isEmpty()) {
            tell.accept("%-28s left out: %s".formatted(name, whyNot));
            return true;
        }
        int before = acknowledged();
        attempt(name, () -> {
            fault.prepare(field);
            history.began(name);
            fault.strike(field);
        });
        history.ended(name);
        boolean well = attempt(name, () -> {
            Duration took = untilWell();
            history.recovered(name, took.toMillis() / 1000.0);
            recoveries.put(name, took);
            tell.accept("%-28s recovered after %5.1f s, %d writes acknowledged meanwhile"
                    .formatted(name, took.toMillis() / 1000.0, acknowledged() - before));
        });
        boolean clean = attempt(name, () -> fault.cleanUp(field));
        Thread.sleep(BETWEEN_FAULTS);
        return well && clean;
    }

    /** A part of a fault. */
    private interface Step {
        void go() throws InterruptedException;
    }

    private boolean attempt(String fault, Step step) throws InterruptedException {
        try {
            step.go();
            return true;
        } catch (RuntimeException wrong) {
            history.failed(fault, wrong);
            tell.accept("%-28s %s".formatted(fault, wrong));
            return false;
        }
    }

    private Duration untilWell() throws InterruptedException {
        return Objects.requireNonNull(recovery).await();
    }

    private static void awaitEnd(Thread thread) {
        try {
            if (!thread.join(ENDS_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int acknowledged() {
        return writers.stream().mapToInt(Writer::acknowledged).sum();
    }

    /** By fault, how long it took after its end until all was well. */
    public Map<String, Duration> recoveries() {
        return Map.copyOf(recoveries);
    }

    /**
     * Ends the load and looks at what has come of it.
     *
     * @param recovery how long it may take after the end of a fault
     */
    public Verdict verdict(Duration recovery) throws IOException, InterruptedException {
        writers.forEach(Writer::end);
        for (Thread thread : threads) {
            if (!thread.getName().equals("worker")) {
                thread.join();
            }
        }
        history.noted("load ended", plan.seed());
        history.flush();
        return Check.of(historyFile, suite.kafkaServers(), suite.frontUrl(), suite.issuerUrl(), recovery);
    }

    @Override
    public void close() {
        writers.forEach(Writer::end);
        worker.end();
        threads.forEach(Trial::awaitEnd);
        clients.forEach(Client::close);
        suite.close();
        try {
            history.close();
            for (Link link : links.values()) {
                link.close();
            }
            if (disk != null) {
                disk.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

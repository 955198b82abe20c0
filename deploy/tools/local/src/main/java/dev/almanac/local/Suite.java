package dev.almanac.local;

import dev.almanac.local.broker.Broker;
import dev.almanac.local.broker.Topics;
import dev.almanac.local.certificates.Certificates;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.machine.StartFailure;
import dev.almanac.local.postgres.Postgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts that run. Also for tests: the same suite on free ports in a folder of its own. */
public final class Suite implements AutoCloseable {
    private static final Duration TOPICS_TAKE_AT_MOST = Duration.ofSeconds(30);
    private final Home home;
    private final Parts parts;
    private final Options options;
    private final Consumer<String> progress;
    private final LogRotation logs;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Deque<List<String>> order = new ArrayDeque<>();
    private volatile boolean closing;

    private Suite(Options options, @Nullable Certificates certificates, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.home = Home.open(Home.root(), options.data(), options.reset());
        this.parts = new Parts(options, home, certificates);
        this.logs = LogRotation.of(home.logs());
    }

    /** A suite of which nothing runs yet. */
    public static Suite of(Options options, Consumer<String> progress) {
        return new Suite(options, null, progress);
    }

    /** Whose stores let nobody in who does not encrypt. Nobody has told the services: they would find them closed. */
    public static Suite ofEncryptedStores(Options options, Certificates certificates, Consumer<String> progress) {
        return new Suite(options, certificates, progress);
    }

    public void start() throws InterruptedException {
        startStores();
        startServices();
    }

    /** Kafka with its topics, PostgreSQL, the MongoDB stand-in and the token issuer, unless real ones were named. */
    public void startStores() throws InterruptedException {
        requireRealStores();
        List<Part> stores = new ArrayList<>();
        if (options.kafka() == null) {
            requireSameBrokers();
            stores.addAll(parts.brokers());
        }
        if (options.postgres() == null) {
            stores.add(parts.postgres());
        }
        if (options.mongodb() == null) {
            stores.add(parts.mongodb());
        }
        stores.add(parts.issuer());
        start(stores);
        Topics.create(
                parts.kafkaServers(), parts.kafkaSecurity(), options.shape().replicas(), TOPICS_TAKE_AT_MOST);
        progress.accept("topics are there");
    }

    /** Who takes part in the quorum is written into each of them, and where copies are, into the topics. */
    private void requireSameBrokers() {
        int brokers = options.shape().brokers();
        int before = Broker.brokersOf(home.data("kafka")).orElse(brokers);
        if (before != brokers) {
            throw new StartFailure("the data folder " + options.data() + " was made with " + before
                    + " brokers: pass --brokers " + before + ", another --data or --reset");
        }
    }

    private void requireRealStores() throws InterruptedException {
        if (options.kafka() != null && !Topics.answers(parts.kafkaServers()).answers()) {
            throw new StartFailure("no Kafka answers at " + parts.kafkaServers());
        }
        Probe postgres = Probe.jdbc(parts.postgresUrl(), Postgres.USER, Postgres.PASSWORD);
        if (options.postgres() != null && !postgres.answers()) {
            throw new StartFailure("no PostgreSQL lets almanac in at " + parts.postgresUrl());
        }
    }

    /**
     * One of each serves before the others begin to start: together they would share the processors of this machine, and
     * nobody would serve before all of them.
     */
    public void startServices() throws InterruptedException {
        start(parts.firstServices());
        start(parts.furtherServices());
    }

    /** One of the services by itself, also an instance for which there is a place only. */
    public void startService(String name) throws InterruptedException {
        List<Part> one =
                parts.possible().filter(part -> part.name().equals(name)).toList();
        if (one.isEmpty()) {
            throw new StartFailure("no service is named " + name);
        }
        start(one);
    }

    /** Kills one part as kill -9 does, and waits until it is gone. */
    public void kill(String name) throws InterruptedException {
        Running part = part(name);
        part.kill();
        part.process().waitFor();
    }

    /** Starts a part again that has ended, and waits until it is ready. */
    public void restart(String name) throws InterruptedException {
        report(launch(name, Map.of()));
    }

    /**
     * Starts a part again that has ended, and waits for nothing.
     *
     * @param environment what is set for this process only
     */
    public Running launch(String name, Map<String, String> environment) throws InterruptedException {
        return launch(part(name).part(), environment);
    }

    /**
     * Starts parts again that have ended, and waits for nothing. Where all services are among them, others of their kind
     * follow as {@link #startServices} has them follow.
     */
    public void launchAgain(Collection<String> names) throws InterruptedException {
        List<String> firsts = parts.firstServices().stream().map(Part::name).toList();
        Set<String> later = names.containsAll(firsts)
                ? parts.furtherServices().stream().map(Part::name).collect(Collectors.toSet())
                : Set.of();
        for (String name : names) {
            if (!later.contains(name)) {
                launch(name, Map.of());
            }
        }
        List<String> following = names.stream().filter(later::contains).toList();
        if (!following.isEmpty()) {
            Thread.ofVirtual().name("following").start(() -> follow(firsts, following));
        }
    }

    private void follow(List<String> firsts, List<String> following) {
        try {
            for (String first : firsts) {
                part(first).awaitReady(progress);
            }
            for (String name : following) {
                launch(name, Map.of());
            }
        } catch (StartFailure failed) {
            if (!closing) {
                progress.accept(String.join(", ", following) + " not started again: " + failed.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops one part in good order. */
    public void stop(String name) {
        part(name).stop();
    }

    /** Names of all that runs, or has ended and was not closed. */
    public Set<String> names() {
        return Set.copyOf(running.keySet());
    }

    public Running part(String name) {
        return Objects.requireNonNull(running.get(name), () -> "no part is named " + name);
    }

    boolean isClosing() {
        return closing;
    }

    List<Running> all() {
        return List.copyOf(running.values());
    }

    public String kafkaServers() {
        return parts.kafkaServers();
    }

    public String mongodbUrl() {
        return parts.mongodbUrl();
    }

    public String postgresUrl() {
        return parts.postgresUrl();
    }

    public String issuerUrl() {
        return parts.issuerUrl();
    }

    public Ports ports() {
        return options.ports();
    }

    /** Where everything is asked for, whichever service answers it. */
    public String frontUrl() {
        return "http://localhost:" + options.ports().front();
    }

    public String commandUrl() {
        return "http://localhost:" + options.ports().commandService();
    }

    public String queryUrl() {
        return "http://localhost:" + options.ports().queryService();
    }

    private void start(List<Part> several) throws InterruptedException {
        order.push(several.stream().map(Part::name).toList());
        List<Running> started = new ArrayList<>();
        for (Part part : several) {
            started.add(launch(part, Map.of()));
        }
        for (Running part : started) {
            report(part);
        }
    }

    private synchronized Running launch(Part part, Map<String, String> environment) throws InterruptedException {
        if (closing) {
            throw new StartFailure(part.name() + " is not started any more: everything is being stopped");
        }
        Running started = Running.start(part, home.logs(), environment);
        running.put(part.name(), started);
        return started;
    }

    private void report(Running part) throws InterruptedException {
        double seconds = part.awaitReady(progress).toMillis() / 1000.0;
        progress.accept(
                "%-18s ready after %4.1f s, %4d MB".formatted(part.part().name(), seconds, part.megabytes()));
    }

    /** Stops all that runs, what was started last first. */
    @Override
    public synchronized void close() {
        closing = true;
        while (!order.isEmpty()) {
            together(order.pop().stream()
                    .flatMap(name -> Stream.ofNullable(running.get(name)))
                    .toList());
        }
        keepHowTheyStart();
        logs.close();
        home.close();
    }

    /** One after the other, behind all else on this machine; nobody waits for that, or minds if it does not end. */
    private void keepHowTheyStart() {
        List<String> steps = running.values().stream()
                .map(Running::part)
                .flatMap(part -> part.startCache().assembly(part.jvm()).stream())
                .toList();
        if (!steps.isEmpty()) {
            try {
                new ProcessBuilder("nice", "-n", "19", "sh", "-c", "trap '' INT HUP\n" + String.join("\n", steps))
                        .redirectInput(Redirect.from(new File("/dev/null")))
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
            } catch (IOException unkept) {
                progress.accept("how the parts start cannot be kept: " + unkept.getMessage());
            }
        }
    }

    private static void together(List<Running> parts) {
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> stoppers.execute(part::stop));
        }
    }
}

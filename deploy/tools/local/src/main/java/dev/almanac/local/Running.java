package dev.almanac.local;

import dev.almanac.local.machine.Folders;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A part that was started. */
public final class Running {
    /** Far more than any part has ever taken: a slow part is reported long before, and waited for. */
    private static final Duration STARTING_TAKES_AT_MOST = Duration.ofMinutes(30);

    private static final Duration LATE_AFTER = Duration.ofMinutes(1);
    private static final long NEVER = Long.MIN_VALUE;
    private static final Duration STOPPING_TAKES_AT_MOST = Duration.ofSeconds(60);
    private static final Duration PORTS_ARE_LET_GO_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int LAST_LINES = 20;
    /**
     * A Ctrl-C reaches the whole process group; the parts leave it to the launcher to stop them in order. What they write is
     * nobody else's business.
     */
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("sh", "-c", "trap '' INT HUP; umask 077; exec nice -n \"$@\"", "almanac");

    private final Part part;
    private final Path log;
    private final Process process;
    private final long startedNanos = System.nanoTime();
    private volatile long readyNanos = NEVER;

    private Running(Part part, Path log, Process process) {
        this.part = part;
        this.log = log;
        this.process = process;
    }

    static Running start(Part part, Path logs, Map<String, String> environment) throws InterruptedException {
        for (int port : part.ports()) {
            awaitFree(part, port);
        }
        Path log = logs.resolve(part.name() + ".log");
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Integer.toString(part.niceness()));
        command.add(java());
        command.addAll(part.jvm());
        command.addAll(part.startCache().options());
        command.addAll(part.program());
        try {
            Folders.createForOwner(log);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new Running(part, log, builder.start());
        } catch (IOException e) {
            throw new StartFailure(part.name() + " cannot be started: " + e.getMessage());
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until it answers, and says meanwhile that it is late; answers how long that took since its start. */
    Duration awaitReady(Consumer<String> tell) throws InterruptedException {
        long late = startedNanos + LATE_AFTER.toNanos();
        long deadline = startedNanos + STARTING_TAKES_AT_MOST.toNanos();
        while (!part.ready().answers()) {
            if (!process.isAlive()) {
                throw new StartFailure(lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(part.name() + " does not get ready: see " + log);
            }
            if (System.nanoTime() > late) {
                tell.accept(part.name() + " is late, it is still waited for: see " + log);
                late += LATE_AFTER.toNanos();
            }
            Thread.sleep(BETWEEN_PROBES);
        }
        readyNanos = System.nanoTime();
        return Duration.ofNanos(readyNanos - startedNanos);
    }

    /** How long it has been, or was, ready; nothing where it never was. */
    Duration readyFor() {
        return readyNanos == NEVER ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - readyNanos);
    }

    /** Whether it answers now. */
    public boolean isReady() throws InterruptedException {
        return part.ready().answers();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING_TAKES_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        part.startCache().forget();
    }

    /** How it ended, and where it says why. */
    public String lastWords() {
        return part.name() + " ended with exit code " + process.exitValue() + ": see " + log;
    }

    /** For whoever cannot look there any more: the folder of a test does not outlive it. */
    public String endOfLog() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException | UncheckedIOException unread) {
            return unread.toString();
        }
    }

    public Part part() {
        return part;
    }

    public Process process() {
        return process;
    }

    /** Resident memory in megabytes, where the system tells; else 0. */
    long megabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .sum()
                    / 1024;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** What was killed a moment ago may still be letting go of its port. */
    private static void awaitFree(Part part, int port) throws InterruptedException {
        long deadline = System.nanoTime() + PORTS_ARE_LET_GO_WITHIN.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure("port " + port + " is in use, and " + part.name()
                        + " needs it: stop what listens there, or pass --ports-from");
            }
            Thread.sleep(BETWEEN_PROBES);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}

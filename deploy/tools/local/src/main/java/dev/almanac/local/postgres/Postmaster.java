package dev.almanac.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server's own process, which {@code pg_ctl} detaches from ours. */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Postmaster() {}

    /** A server that an earlier, killed process has left behind is ending: waits for it, then insists. */
    static void endFormer(Path cluster) throws IOException, InterruptedException {
        endFormer(cluster, PATIENCE);
    }

    static void endFormer(Path cluster, Duration patience) throws IOException, InterruptedException {
        ProcessHandle former = handle(cluster).orElse(null);
        if (former != null) {
            former.destroy();
            if (!isGone(former, patience)) {
                former.destroyForcibly();
            }
        }
        ProcessHandle unreaped = process(cluster).filter(Postmaster::isUnreaped).orElse(null);
        if (unreaped != null && !isGone(unreaped, patience)) {
            // It does nothing any more, and would keep a new server out for as long as nobody asks how it ended.
            Files.delete(lock(cluster));
        }
    }

    private static boolean isGone(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException stubborn) {
            return false;
        }
    }

    /**
     * Ends the server when this process ends in whatever way: a shell reads from a pipe that only this process holds,
     * and asks the server for a fast shutdown (SIGINT) when the pipe breaks.
     */
    static void guard(Path cluster) throws IOException {
        long pid = handle(cluster)
                .orElseThrow(() -> new IOException("no server runs on " + cluster))
                .pid();
        String watch = "trap '' INT HUP TERM; cat > /dev/null; kill -INT " + pid;
        new ProcessBuilder("sh", "-c", watch)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Returns when the server is gone, killed or not. */
    static void awaitEnd(Path cluster) throws IOException {
        handle(cluster).ifPresent(server -> server.onExit().join());
    }

    private static Optional<ProcessHandle> handle(Path cluster) throws IOException {
        return process(cluster).filter(Postmaster::isPostgres);
    }

    private static Optional<ProcessHandle> process(Path cluster) throws IOException {
        Path file = lock(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    private static Path lock(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Killed, but its number is still taken: a new server thinks that it runs. Known on Linux only. */
    private static boolean isUnreaped(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException goneOrNoLinux) {
            return false;
        }
    }

    /** After a restart of the machine the number may belong to somebody else. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}

package dev.almanac.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server's own process, which {@code pg_ctl} detaches from ours. */
final class Postmaster {
    private static final long PATIENCE_SECONDS = 15;

    private Postmaster() {}

    /** A server that an earlier, killed process has left behind is ending: waits for it, then insists. */
    static void endFormer(Path cluster) throws IOException, InterruptedException {
        ProcessHandle former = handle(cluster).orElse(null);
        if (former != null) {
            former.destroy();
            try {
                former.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException stubborn) {
                former.destroyForcibly();
            }
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
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).filter(Postmaster::isPostgres);
    }

    /** After a restart of the machine the number may belong to somebody else. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}

package dev.almanac.faults.fault;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processes of a part, and signals to them. */
final class Processes {
    private Processes() {}

    /** PostgreSQL's server with all that it has started; nothing where it does not run. */
    static Stream<ProcessHandle> postmaster(Path folder) {
        Path file = folder.resolve("postgresql").resolve("cluster").resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Stream.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of a part. */
    static List<ProcessHandle> of(Suite suite, String part, Path folder) {
        ProcessHandle own = suite.part(part).process().toHandle();
        Stream<ProcessHandle> server = part.equals("postgresql") ? postmaster(folder) : Stream.empty();
        return Stream.concat(Stream.of(own), server).toList();
    }

    /** A signal such as STOP. */
    static void signal(String signal, List<ProcessHandle> processes) throws InterruptedException {
        for (ProcessHandle process : processes) {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

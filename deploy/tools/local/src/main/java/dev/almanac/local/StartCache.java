package dev.almanac.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the JVM keeps of how a part starts, its AOT cache (JEP 514), so that it starts on much less processor time. Where none is
 * kept that fits, a run records what one needs; it is put together behind that run's end.
 */
final class StartCache {
    /** Classes that cannot be kept are nobody's business, and a cache that does not fit is passed over by the JVM. */
    private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    private final ClassPath classPath;
    private final Path kept;
    /** Of the run that was started last: what an earlier one has left may be at work still. */
    private volatile Path record;

    StartCache(String part, ClassPath classPath) {
        this.classPath = classPath;
        this.kept = classPath.target().resolve(part + "-" + Runtime.version() + ".aot");
        this.record = fresh();
    }

    private Path fresh() {
        return Path.of(kept + "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".record");
    }

    /** For the start that follows. */
    List<String> options() {
        if (!classPath.isOfJars()) {
            return List.of();
        }
        if (isKept()) {
            return with("-XX:AOTCache=" + kept);
        }
        record = fresh();
        return Files.isWritable(classPath.target())
                ? with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record)
                : List.of();
    }

    /** What a shell has to do where the run that has ended has left its record; with the options it ran with. */
    Optional<String> assembly(List<String> jvm) {
        if (isKept()) {
            forget();
        }
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        Path draft = Path.of(record + ".aot");
        List<String> java = new ArrayList<>(List.of(Running.java()));
        java.addAll(jvm);
        java.addAll(with("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + draft));
        java.addAll(List.of("-cp", classPath.toString()));
        return Optional.of("%s && mv -f %s %s; rm -f %s %s"
                .formatted(
                        java.stream().map(StartCache::quoted).collect(Collectors.joining(" ")),
                        quoted(draft),
                        quoted(kept),
                        quoted(draft),
                        quoted(record)));
    }

    /** What was killed may have left half a record, and what another run has kept meanwhile needs none. */
    void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException left) {
            // The next run writes over it, or it goes with the build.
        }
    }

    private boolean isKept() {
        return Files.exists(kept) && classPath.isOlderThan(kept);
    }

    private static List<String> with(String... options) {
        return Stream.concat(Stream.of(options), QUIET.stream()).toList();
    }

    private static String quoted(Object word) {
        return "'" + word.toString().replace("'", "'\\''") + "'";
    }
}

package dev.almanac.manifests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services as processes, told by the environment what a container is told. */
record Processes(Path folder, List<Process> started) implements AutoCloseable {
    /** Where a volume is in a container. */
    private static final String VOLUME = "/var/lib/almanac";

    static Processes in(Path folder) {
        return new Processes(folder, new ArrayList<>());
    }

    void start(String service, Map<String, String> environment) throws IOException {
        Image image = Image.of(service);
        ProcessBuilder program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Daxoniq.update-checker.disabled=true",
                        "-cp",
                        classPath(image.folder().resolve("target")),
                        image.main())
                .redirectErrorStream(true)
                .redirectOutput(log(service).toFile());
        environment.forEach((name, value) -> program.environment()
                .put(name, value.replace(VOLUME, folder.resolve(service).toString())));
        started.add(program.start());
    }

    String said(String service) {
        return Yamls.text(log(service));
    }

    private Path log(String service) {
        return folder.resolve(service + ".log");
    }

    private static String classPath(Path target) {
        return Stream.of(target, target.resolve("lib"))
                .flatMap(Processes::jars)
                .map(Path::toString)
                .sorted()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*(?<!-tests|-sources)\\.jar")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        started.forEach(Process::destroy);
        for (Process process : started) {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}

package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Containers of our images on this machine's own network, as tight as compose and clusters run them. */
final class Containers implements AutoCloseable {
    /** Of both images that ours are built on, such as one that was made on a machine without a registry. */
    private static final String BASE =
            Objects.requireNonNullElse(System.getenv("ALMANAC_IMAGE_BASE"), "eclipse-temurin:25-jdk");

    private static final String TAG = "check-" + ProcessHandle.current().pid();
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Tool docker;
    private final List<String> started = new ArrayList<>();

    private Containers(Tool docker) {
        this.docker = docker;
    }

    /** Skips the test where no engine answers, or where there is nothing to build on. */
    static Containers built() throws IOException, InterruptedException {
        Tool docker = Tool.named("docker");
        Tool.Answer engine = docker.ask("info", "--format", "{{.Name}}");
        assumeTrue(engine.code() == 0, "skipped: no Docker engine answers here");
        // Containers and stores meet on the machine's own network.
        assumeTrue(
                engine.text()
                        .strip()
                        .equals(new Tool(Path.of("/bin/uname")).run("-n").strip()),
                "skipped: the Docker engine that answers is not on this machine");
        boolean isThere = docker.ask("image", "inspect", BASE).code() == 0
                || docker.ask("pull", BASE).code() == 0;
        assumeTrue(isThere, "skipped: " + BASE + " is not to be had here");
        Tool.Answer answer = new Tool(Yamls.DEPLOY.resolve("images/build"))
                .ask(Map.of("TAG", TAG, "JDK", BASE, "JRE", BASE, "BUILD_OPTIONS", "--network=none --quiet"));
        assertThat(answer.code()).as(answer.text()).isZero();
        return new Containers(docker);
    }

    void start(String service, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--name", container(service)));
        command.addAll(List.of("--network", "host", "--memory", "1g", "--read-only", "--tmpfs", "/tmp:exec,size=256m"));
        command.addAll(List.of("--cap-drop", "ALL", "--security-opt", "no-new-privileges:true"));
        environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        command.add(image(service));
        docker.run(command.toArray(String[]::new));
        started.add(service);
    }

    /** By the image's own health check. */
    void awaitHealthy(String service, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        String health = "";
        while (!health.equals("healthy")) {
            assertThat(System.nanoTime())
                    .as(service + " is " + health + ":\n" + logs(service))
                    .isLessThan(end);
            Thread.sleep(LOOK_EVERY);
            health = inspect(service, "{{.State.Health.Status}}");
        }
    }

    /** With the class path and the options of a start, but for what the program does. */
    Tool.Answer startsFromItsCache(String service) throws IOException, InterruptedException {
        return docker.ask(
                "run",
                "--rm",
                "--network",
                "none",
                "--read-only",
                "--entrypoint",
                "java",
                image(service),
                "-XX:AOTMode=on",
                "-XX:AOTCache=/opt/almanac/aot/service.aot",
                "--dry-run",
                "@/opt/almanac/app/java.args");
    }

    Tool.Answer inside(String service, String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("exec", container(service)));
        arguments.addAll(List.of(command));
        return docker.ask(arguments.toArray(String[]::new));
    }

    String inspect(String service, String format) throws IOException, InterruptedException {
        return docker.run("inspect", "--format", format, container(service)).strip();
    }

    private String logs(String service) throws IOException, InterruptedException {
        return docker.ask("logs", "--tail", "40", container(service)).text();
    }

    /** In good order, with the time that compose gives. */
    void stop(String service) throws IOException, InterruptedException {
        docker.run("stop", "--time", "45", container(service));
    }

    private static String container(String service) {
        return service + "-" + TAG;
    }

    private static String image(String service) {
        return "almanac/" + service + ":" + TAG;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (String service : started.reversed()) {
            docker.ask("rm", "--force", "--volumes", container(service));
        }
        for (Image image : Image.all()) {
            docker.ask("rmi", "--force", image(image.service()));
        }
    }
}

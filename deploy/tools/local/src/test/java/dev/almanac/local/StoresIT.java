package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.broker.Topics;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores of a suite on free ports, in a folder of their own. */
@Order(0)
class StoresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void keep_what_was_committed_through_a_kill_and_leave_no_process_behind() throws Exception {
        List<ProcessHandle> started;
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            suite.startStores();
            sql(suite, "create table kept (n int)");
            sql(suite, "insert into kept values (42)");
            assertThat(setting(suite, "fsync")).isEqualTo("on");
            assertThat(setting(suite, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(suite, "wal_segment_size")).isEqualTo("1MB");

            suite.kill("postgresql");
            suite.kill("kafka");
            suite.kill("mongodb-stand-in");
            suite.restart("postgresql");
            suite.restart("kafka");
            suite.restart("mongodb-stand-in");

            assertThat(query(suite, "select n from kept")).isEqualTo("42");
            assertThat(Topics.answers(suite.kafkaServers()).answers()).isTrue();
            started = suite.all().stream()
                    .map(part -> part.process().toHandle())
                    .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                    .toList();
            assertThat(started).hasSizeGreaterThan(4);
        }
        await().atMost(PATIENCE).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_killed_postmaster_ends_its_part_which_a_watch_starts_again() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            suite.startStores();
            sql(suite, "create table kept (n int)");
            new Watch(suite, told::add).start();
            Running before = suite.part("postgresql");
            ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgresql")
                                    .resolve("cluster")
                                    .resolve("postmaster.pid"))
                            .getFirst()
                            .strip()))
                    .orElseThrow();

            server.destroyForcibly();

            await().atMost(PATIENCE).until(() -> !before.process().isAlive());
            assertThat(before.endOfLog()).contains("the server has ended");
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> query(suite, "select count(*) from kept"), "0"::equals);
            assertThat(told).anyMatch(line -> line.contains("postgresql ended"));
        }
        assertThat(Files.readString(folder.resolve("logs").resolve("postgresql.log")))
                .contains("database system is ready to accept connections");
    }

    @Test
    void what_they_write_is_nobody_elses_business() throws Exception {
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            suite.startStores();
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(file -> !file.equals(folder) && !Files.isSymbolicLink(file))
                                .filter(StoresIT::isOpenToOthers)
                                .limit(20))
                        .isEmpty();
            }
        }
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void end_when_their_launcher_is_killed() throws Exception {
        Ports ports = Ports.free();
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoresOnly.class.getName(),
                        folder.toString(),
                        Integer.toString(ports.issuer()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Probe issuer = Probe.http("http://localhost:" + ports.issuer() + "/.well-known/jwks.json");
        await().atMost(PATIENCE).until(issuer::answers);
        List<ProcessHandle> parts = launcher.toHandle().descendants().toList();

        launcher.destroyForcibly();

        assertThat(parts).isNotEmpty();
        await().atMost(PATIENCE).until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void say_in_one_line_which_port_is_in_use() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress());
                Suite suite = Suite.of(Options.of(folder, ports), _ -> {})) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(suite::startStores)
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + ports.kafka()
                            + " is in use, and kafka needs it: stop what listens there, or pass --ports-from");
        }
    }

    @Test
    void share_their_folder_with_nobody() {
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            assertThat(suite.issuerUrl()).isNotEmpty();
            assertThatThrownBy(() -> Suite.of(Options.of(folder, Ports.free()), _ -> {}))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("another ./up uses the data folder");
        }
    }

    /** A launcher of its own, to be killed. Arguments: folder, the issuer's port. */
    static final class StoresOnly {
        private StoresOnly() {}

        public static void main(String[] args) throws InterruptedException {
            Ports free = Ports.free();
            Ports ports = new Ports(
                    Integer.parseInt(args[1]),
                    free.commandService(),
                    free.queryService(),
                    free.conflictDetector(),
                    free.ruleExpander(),
                    free.kafka(),
                    free.kafkaController(),
                    free.mongodb(),
                    free.postgres(),
                    free.front());
            Suite.of(Options.of(Path.of(args[0]), ports), _ -> {}).startStores();
            Thread.currentThread().join();
        }
    }

    private static void sql(Suite suite, String text) throws SQLException {
        try (Connection connection = connection(suite);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static String setting(Suite suite, String name) throws SQLException {
        return query(suite, "show " + name);
    }

    private static String query(Suite suite, String text) throws SQLException {
        try (Connection connection = connection(suite);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(text)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connection(Suite suite) throws SQLException {
        return DriverManager.getConnection(suite.postgresUrl(), "almanac", "almanac");
    }
}

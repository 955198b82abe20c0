package dev.almanac.local.broker;

import dev.almanac.local.certificates.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Arguments: folder, which broker it is, from 1, and the {@link BrokerAddress} of each. */
public final class Broker {
    /** All brokers of a suite have to agree on it, and no two suites ever meet. */
    private static final String CLUSTER = "QWxtYW5hY09uT25lSG9zdA";

    private static final String SETTINGS = "server.properties";
    private static final String VOTERS = "controller.quorum.voters";

    /** A broker that was killed is back after seconds instead of a dozen, and groups form at once. */
    private static final Map<String, String> QUICK = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false",
            // Of a writer that was killed: what it left open holds up all who read what is committed only.
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "log.cleaner.dedupe.buffer.size", "16777216");

    private Broker() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<BrokerAddress> brokers =
                Arrays.stream(args).skip(2).map(BrokerAddress::parse).toList();
        Files.createDirectories(folder);
        Optional<Certificates> certificates = Certificates.told();
        Path file = written(properties(certificates, Integer.parseInt(args[1]), brokers, folder), folder);
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            format(file, certificates.isPresent());
        }
        Kafka.main(new String[] {file.toString()});
    }

    /** How many were there when the folder was last used; nothing of a new one. */
    public static OptionalInt brokersOf(Path folder) {
        Path file = folder.resolve(SETTINGS);
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OptionalInt.of(settings.getProperty(VOTERS, "").split(",", -1).length);
    }

    /** What two of three brokers have is kept, whichever one is lost; one alone accepts nothing. */
    private static Map<String, String> copies(int brokers) {
        String replicas = Integer.toString(Math.min(brokers, 3));
        String inSync = Integer.toString(Math.min(brokers, 2));
        return Map.of(
                "default.replication.factor", replicas,
                "min.insync.replicas", inSync,
                "offsets.topic.replication.factor", replicas,
                "offsets.topic.num.partitions", "10",
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", inSync,
                "transaction.state.log.num.partitions", "10",
                "share.coordinator.state.topic.replication.factor", replicas,
                "share.coordinator.state.topic.min.isr", inSync);
    }

    private static Properties properties(
            Optional<Certificates> certificates, int number, List<BrokerAddress> brokers, Path folder) {
        BrokerAddress own = brokers.get(number - 1);
        String protocol = certificates.isPresent() ? EncryptedBroker.PROTOCOL : "PLAINTEXT";
        String voters = IntStream.range(0, brokers.size())
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + brokers.get(i).controllerPort())
                .collect(Collectors.joining(","));
        Map<String, String> settings = new TreeMap<>(copies(brokers.size()));
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(number),
                VOTERS,
                voters,
                "listeners",
                protocol + "://127.0.0.1:" + own.port() + ",CONTROLLER://127.0.0.1:" + own.controllerPort(),
                "advertised.listeners",
                protocol + "://127.0.0.1:" + own.reached(),
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                protocol,
                "log.dirs",
                folder.resolve("log").toString()));
        settings.putAll(QUICK);
        certificates.map(EncryptedBroker::broker).ifPresent(settings::putAll);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Path written(Properties properties, Path folder) throws IOException {
        Path file = folder.resolve(SETTINGS);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static void format(Path file, boolean withUsers) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("format", "-t", CLUSTER, "-c", file.toString()));
        if (withUsers) {
            arguments.addAll(List.of("--add-scram", EncryptedBroker.CREDENTIAL));
        }
        if (StorageTool.execute(arguments.toArray(String[]::new), System.out) != 0) {
            throw new IOException("cannot format the folder that " + file + " names");
        }
    }
}

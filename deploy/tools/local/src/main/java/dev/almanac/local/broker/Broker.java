package dev.almanac.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Arguments: port, controller port, folder. */
public final class Broker {
    private static final Map<String, String> ONE_OF_EVERYTHING = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "10",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "10",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /** A broker that was killed is back after seconds instead of a dozen, and groups form at once. */
    private static final Map<String, String> QUICK = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false",
            "log.cleaner.dedupe.buffer.size", "16777216");

    private Broker() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[2]);
        Files.createDirectories(folder);
        Path file = written(properties(args[0], args[1], folder), folder);
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            format(file);
        }
        Kafka.main(new String[] {file.toString()});
    }

    private static Properties properties(String port, String controllerPort, Path folder) {
        Map<String, String> settings = new TreeMap<>(ONE_OF_EVERYTHING);
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                folder.resolve("log").toString()));
        settings.putAll(QUICK);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Path written(Properties properties, Path folder) throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static void format(Path file) throws IOException {
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(arguments, System.out) != 0) {
            throw new IOException("cannot format the folder that " + file + " names");
        }
    }
}

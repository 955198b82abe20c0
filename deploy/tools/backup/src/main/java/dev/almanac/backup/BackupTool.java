package dev.almanac.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code deploy/tools/backup/run} runs. */
final class BackupTool {
    private static final String USAGE = """
            usage: deploy/tools/backup/run take|restore FOLDER [options]
              --postgres URL        JDBC URL (default: that of ./up)
              --user NAME           of PostgreSQL (default: almanac); its password is PGPASSWORD's
              --kafka HOST:PORT     bootstrap servers (default: that of ./up)
              --kafka-settings FILE what else Kafka's clients need, such as how to sign in
              --replicas N          of each topic that is restored (default: 1)
            take: while the services are stopped, into an empty folder
            restore: into an empty database and a Kafka without topics of ours; views and states of streams must be gone
            """;
    private static final Set<String> OPTIONS =
            Set.of("--postgres", "--user", "--kafka", "--kafka-settings", "--replicas");

    private BackupTool() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            System.out.println(run(args));
        } catch (BackupFailure | IllegalArgumentException | IOException | SQLException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static String run(String[] args) throws IOException, SQLException, InterruptedException {
        if (args.length < 2
                || args.length % 2 != 0
                || !List.of("take", "restore").contains(args[0])) {
            throw new BackupFailure(USAGE);
        }
        Path folder = Path.of(args[1]);
        Map<String, String> options = options(args);
        Stores stores = new Stores(
                options.getOrDefault("--postgres", "jdbc:postgresql://127.0.0.1:5432/almanac"),
                options.getOrDefault("--user", "almanac"),
                Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "almanac"),
                options.getOrDefault("--kafka", "127.0.0.1:9092"),
                settings(options.get("--kafka-settings")));
        return args[0].equals("take")
                ? "backed up, up to position "
                        + Backup.take(stores, folder, Clock.systemUTC().instant())
                : "restored, up to position "
                        + Backup.restore(stores, folder, Short.parseShort(options.getOrDefault("--replicas", "1")));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                throw new BackupFailure("unknown option " + args[i] + "\n" + USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static Map<String, String> settings(@org.jspecify.annotations.Nullable String file) throws IOException {
        Properties properties = new Properties();
        if (file != null) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                properties.load(in);
            }
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name)));
    }
}

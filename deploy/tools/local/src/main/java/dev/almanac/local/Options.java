package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import dev.almanac.recurrence.zones.InvalidZoneData;
import dev.almanac.recurrence.zones.NewestZones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param shape how many of what
 * @param kafka bootstrap servers of a real Kafka, used instead of our own
 * @param mongodb connection string of a real MongoDB
 * @param postgres JDBC URL of a real PostgreSQL, whose user and password are {@code almanac} unless it says otherwise
 * @param zoneinfo compiled zone files, used instead of those that come with the suite
 * @param anyZoneinfo whether they may be of an older release
 * @param storesOnly whether services stay away, as while a backup is taken or brought back
 */
public record Options(
        Path data,
        Ports ports,
        Shape shape,
        @Nullable String kafka,
        @Nullable String mongodb,
        @Nullable String postgres,
        @Nullable Path zoneinfo,
        boolean anyZoneinfo,
        List<Path> imports,
        boolean reset,
        boolean storesOnly,
        boolean help) {
    static final String HELP = """
            Starts the whole suite on this machine, and stops it on Ctrl-C.

              ./up [flags]

              --import FILE…      after the start, imports these .ics files, each into a calendar of its own
              --reset             deletes the data folder first
              --data FOLDER       where data and logs are kept (default ./data)
              --ports-from N      ten ports in a row from N on, instead of the usual ones
              --instances N       how many of each service run (1 to 3); the front balances over them
              --brokers N         how many Kafka brokers run (1 to 3)
              --kafka HOST:PORT   uses this Kafka instead of an embedded one
              --mongodb URL       uses this MongoDB, such as mongodb://localhost:27017/almanac
              --postgres URL      uses this PostgreSQL, such as jdbc:postgresql://localhost:5432/almanac
              --stores-only       starts no service, only what they keep their data in: for backups
              --zoneinfo PATH     takes time zones from this folder or zip, such as /usr/share/zoneinfo, and not those that come with the suite
              --force-zoneinfo    takes them even if they are of an older release
              --help              says this
            """;

    public Options {
        imports = List.copyOf(imports);
    }

    /** Everything embedded, one of each. */
    public static Options of(Path data, Ports ports) {
        return new Options(data, ports, Shape.single(), null, null, null, null, false, List.of(), false, false, false);
    }

    public Options withShape(Shape other) {
        return new Options(
                data, ports, other, kafka, mongodb, postgres, zoneinfo, anyZoneinfo, imports, reset, storesOnly, help);
    }

    public Options withZoneinfo(Path source) {
        return new Options(
                data, ports, shape, kafka, mongodb, postgres, source, anyZoneinfo, imports, reset, storesOnly, help);
    }

    /** However old the zone data is. */
    public Options withAnyZoneinfo() {
        return new Options(
                data, ports, shape, kafka, mongodb, postgres, zoneinfo, true, imports, reset, storesOnly, help);
    }

    static Options parse(Path root, String... args) {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        Options options = of(root.resolve("data"), Ports.usual());
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        return options.checked();
    }

    /** Once all is known: one flag may allow what another asks for, or say where the others' ports begin. */
    private Options checked() {
        if (storesOnly && !imports.isEmpty()) {
            throw new StartFailure("--import needs services, and --stores-only starts none");
        }
        if (zoneinfo != null) {
            try {
                NewestZones.check(zoneinfo, anyZoneinfo);
            } catch (InvalidZoneData unusable) {
                throw new StartFailure("--zoneinfo: " + unusable.getMessage());
            }
        }
        return withShape(Shape.beside(ports, shape.brokers(), shape.instances()));
    }

    private Options with(String flag, Deque<String> rest) {
        return switch (flag) {
            case "--help", "-h" ->
                new Options(
                        data,
                        ports,
                        shape,
                        kafka,
                        mongodb,
                        postgres,
                        zoneinfo,
                        anyZoneinfo,
                        imports,
                        reset,
                        storesOnly,
                        true);
            case "--stores-only" ->
                new Options(
                        data,
                        ports,
                        shape,
                        kafka,
                        mongodb,
                        postgres,
                        zoneinfo,
                        anyZoneinfo,
                        imports,
                        reset,
                        true,
                        help);
            case "--reset" ->
                new Options(
                        data,
                        ports,
                        shape,
                        kafka,
                        mongodb,
                        postgres,
                        zoneinfo,
                        anyZoneinfo,
                        imports,
                        true,
                        storesOnly,
                        help);
            case "--data" -> withData(Path.of(value(flag, rest)).toAbsolutePath());
            case "--ports-from" -> withPorts(Ports.from(number(flag, rest)));
            case "--brokers" -> withShape(new Shape(number(flag, rest), shape.instances(), List.of(), Map.of()));
            case "--instances" -> withShape(new Shape(shape.brokers(), number(flag, rest), List.of(), Map.of()));
            case "--kafka" -> withStores(value(flag, rest), mongodb, postgres);
            case "--mongodb" -> withStores(kafka, value(flag, rest), postgres);
            case "--postgres" -> withStores(kafka, mongodb, value(flag, rest));
            case "--zoneinfo" -> withZoneinfo(Path.of(value(flag, rest)).toAbsolutePath());
            case "--force-zoneinfo" -> withAnyZoneinfo();
            case "--import" -> withImports(files(rest));
            default -> throw new StartFailure("unknown flag " + flag + ": ./up --help names them all");
        };
    }

    private Options withData(Path folder) {
        return new Options(
                folder,
                ports,
                shape,
                kafka,
                mongodb,
                postgres,
                zoneinfo,
                anyZoneinfo,
                imports,
                reset,
                storesOnly,
                help);
    }

    private Options withPorts(Ports others) {
        return new Options(
                data, others, shape, kafka, mongodb, postgres, zoneinfo, anyZoneinfo, imports, reset, storesOnly, help);
    }

    private Options withStores(@Nullable String broker, @Nullable String documents, @Nullable String database) {
        return new Options(
                data,
                ports,
                shape,
                broker,
                documents,
                database,
                zoneinfo,
                anyZoneinfo,
                imports,
                reset,
                storesOnly,
                help);
    }

    private Options withImports(List<Path> files) {
        return new Options(
                data, ports, shape, kafka, mongodb, postgres, zoneinfo, anyZoneinfo, files, reset, storesOnly, help);
    }

    private List<Path> files(Deque<String> rest) {
        List<Path> files = new ArrayList<>(imports);
        while (!rest.isEmpty() && !rest.getFirst().startsWith("--")) {
            files.add(file(rest.removeFirst()));
        }
        if (files.isEmpty()) {
            throw new StartFailure("--import needs at least one file");
        }
        return files;
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartFailure("cannot read " + name);
        }
        return file;
    }

    private static String value(String flag, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new StartFailure(flag + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int number(String flag, Deque<String> rest) {
        String value = value(flag, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new StartFailure(flag + " takes a number, not " + value);
        }
    }
}

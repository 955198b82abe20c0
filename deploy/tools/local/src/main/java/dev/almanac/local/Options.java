package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import dev.almanac.recurrence.zones.InvalidZoneData;
import dev.almanac.recurrence.zones.NewestZones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param shape how many of what
 * @param kafka bootstrap servers of a real Kafka, used instead of our own
 * @param mongodb connection string of a real MongoDB
 * @param postgres JDBC URL of a real PostgreSQL, whose user and password are {@code almanac} unless it says otherwise
 * @param zoneinfo compiled zone files, used instead of those that come with the suite
 * @param imports calendars of files, imported after the start
 */
public record Options(
        Path data,
        Ports ports,
        Shape shape,
        @Nullable String kafka,
        @Nullable String mongodb,
        @Nullable String postgres,
        @Nullable Path zoneinfo,
        List<Path> imports,
        Set<Switch> switches) {

    /** What is off unless its flag is there. */
    enum Switch {
        RESET,
        DEMO,
        STORES_ONLY,
        FORCE_ZONEINFO,
        HELP
    }

    static final String HELP = """
            Starts the whole suite on this machine, and stops it on Ctrl-C.

              ./up [flags]

              --demo              after the start, fills the suite with a venue and a fleet of 200 rules, whose runs it does
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
        switches = Set.copyOf(switches);
    }

    /** Everything embedded, one of each. */
    public static Options of(Path data, Ports ports) {
        return new Options(data, ports, Shape.single(), null, null, null, null, List.of(), Set.of());
    }

    public Options withShape(Shape other) {
        return new Options(data, ports, other, kafka, mongodb, postgres, zoneinfo, imports, switches);
    }

    public Options withZoneinfo(Path source) {
        return new Options(data, ports, shape, kafka, mongodb, postgres, source, imports, switches);
    }

    /** However old the zone data is. */
    public Options withAnyZoneinfo() {
        return with(Switch.FORCE_ZONEINFO);
    }

    /** Whether a venue and its fleet are made up, and workers do what falls due. */
    boolean demo() {
        return switches.contains(Switch.DEMO);
    }

    boolean reset() {
        return switches.contains(Switch.RESET);
    }

    /** Whether services stay away, as while a backup is taken or brought back. */
    boolean storesOnly() {
        return switches.contains(Switch.STORES_ONLY);
    }

    /** Whether the named zone files may be of an older release. */
    boolean anyZoneinfo() {
        return switches.contains(Switch.FORCE_ZONEINFO);
    }

    boolean help() {
        return switches.contains(Switch.HELP);
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
        if (storesOnly() && (demo() || !imports.isEmpty())) {
            throw new StartFailure((demo() ? "--demo" : "--import") + " needs services, and --stores-only starts none");
        }
        if (zoneinfo != null) {
            try {
                NewestZones.check(zoneinfo, anyZoneinfo());
            } catch (InvalidZoneData unusable) {
                throw new StartFailure("--zoneinfo: " + unusable.getMessage());
            }
        }
        return withShape(Shape.beside(ports, shape.brokers(), shape.instances()));
    }

    private Options with(String flag, Deque<String> rest) {
        return switch (flag) {
            case "--help", "-h" -> with(Switch.HELP);
            case "--stores-only" -> with(Switch.STORES_ONLY);
            case "--reset" -> with(Switch.RESET);
            case "--demo" -> with(Switch.DEMO);
            case "--force-zoneinfo" -> withAnyZoneinfo();
            case "--data" -> withData(Path.of(value(flag, rest)).toAbsolutePath());
            case "--ports-from" -> withPorts(Ports.from(number(flag, rest)));
            case "--brokers" -> withShape(new Shape(number(flag, rest), shape.instances(), List.of(), Map.of()));
            case "--instances" -> withShape(new Shape(shape.brokers(), number(flag, rest), List.of(), Map.of()));
            case "--kafka" -> withStores(value(flag, rest), mongodb, postgres);
            case "--mongodb" -> withStores(kafka, value(flag, rest), postgres);
            case "--postgres" -> withStores(kafka, mongodb, value(flag, rest));
            case "--zoneinfo" -> withZoneinfo(Path.of(value(flag, rest)).toAbsolutePath());
            case "--import" -> withImports(files(rest));
            default -> throw new StartFailure("unknown flag " + flag + ": ./up --help names them all");
        };
    }

    private Options with(Switch on) {
        Set<Switch> more = EnumSet.of(on);
        more.addAll(switches);
        return new Options(data, ports, shape, kafka, mongodb, postgres, zoneinfo, imports, more);
    }

    private Options withData(Path folder) {
        return new Options(folder, ports, shape, kafka, mongodb, postgres, zoneinfo, imports, switches);
    }

    private Options withPorts(Ports others) {
        return new Options(data, others, shape, kafka, mongodb, postgres, zoneinfo, imports, switches);
    }

    public Options withStores(@Nullable String broker, @Nullable String documents, @Nullable String database) {
        return new Options(data, ports, shape, broker, documents, database, zoneinfo, imports, switches);
    }

    private Options withImports(List<Path> files) {
        return new Options(data, ports, shape, kafka, mongodb, postgres, zoneinfo, files, switches);
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

package dev.almanac.local;

import dev.almanac.local.broker.Broker;
import dev.almanac.local.broker.BrokerAddress;
import dev.almanac.local.broker.EncryptedBroker;
import dev.almanac.local.broker.Topics;
import dev.almanac.local.certificates.Certificates;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.mongo.MongoStandIn;
import dev.almanac.local.postgres.EncryptedPostgres;
import dev.almanac.local.postgres.Postgres;
import dev.almanac.recurrence.zones.LoadedZones;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each part is started and what each knows of the others. */
record Parts(Options options, Home home, @Nullable Certificates certificates) {
    private static final String OURSELVES = "deploy/tools/local";
    /**
     * Parts of one machine: small heaps, the collector with the least overhead, no probing of what is not there. What is
     * reserved for code and classes is so much that no collection of everything, which stops a part for hundreds of
     * milliseconds, looks for some that could go.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=512m",
            "-XX:MetaspaceSize=128m",
            "-XX:+ExitOnOutOfMemoryError");

    private static final String MONGODB_MEGABYTES = "almanac.mongodb.megabytes";

    /** For all parts alike, such as what suits those that live for a minute. */
    private static final String MORE_OPTIONS = "almanac.local.jvm";

    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** Pages of the front, and of the query-service where somebody looks at it alone, sign in here. */
    Part issuer() {
        int port = options.ports().issuer();
        List<String> pages = Stream.of(options.ports().front(), options.ports().queryService())
                .flatMap(page -> Stream.of("http://localhost:" + page, "http://127.0.0.1:" + page))
                .toList();
        ClassPath classPath = home.classPath("deploy/tools/issuer").and(home.classPath(OURSELVES));
        List<String> program = List.of(
                "-cp",
                classPath.toString(),
                ParentWatch.class.getName(),
                "dev.almanac.issuer.IssuerApplication",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.security.oauth2.authorizationserver.issuer=" + issuerUrl(),
                "--almanac.issuer.folder=" + home.data("issuer"),
                "--almanac.issuer.origins=" + String.join(",", pages),
                "--almanac.issuer.redirect-uris="
                        + pages.stream()
                                .flatMap(page -> Stream.of(page + "/", page + "/silent.html"))
                                .collect(Collectors.joining(",")));
        return new Part(
                "token-issuer",
                List.of(port),
                jvm(96),
                new StartCache("token-issuer", classPath),
                program,
                Probe.http(issuerUrl() + "/.well-known/jwks.json"),
                0);
    }

    List<Part> brokers() {
        return each(options.shape().brokers()).map(this::kafka).toList();
    }

    private Part kafka(int n) {
        Ports ports = ports(n);
        List<String> arguments =
                new ArrayList<>(List.of(home.data(Shape.name("kafka", n)).toString(), Integer.toString(n)));
        each(options.shape().brokers()).map(this::address).forEach(arguments::add);
        return embedded(
                Shape.name("kafka", n),
                512,
                Topics.answers("127.0.0.1:" + ports.kafka(), kafkaSecurity()),
                List.of(ports.kafka(), ports.kafkaController()),
                Broker.class,
                arguments.toArray(String[]::new));
    }

    private String address(int n) {
        Ports ports = ports(n);
        return new BrokerAddress(
                        ports.kafka(), ports.kafkaController(), options.shape().reached(ports.kafka()))
                .text();
    }

    private Ports ports(int n) {
        return options.shape().ports(options.ports(), n);
    }

    private static Stream<Integer> each(int count) {
        return IntStream.rangeClosed(1, count).boxed();
    }

    /** The stand-in keeps its indexes in memory: a million documents need some gigabytes. */
    Part mongodb() {
        int port = options.ports().mongodb();
        return embedded(
                "mongodb-stand-in",
                Integer.getInteger(MONGODB_MEGABYTES, 384),
                Probe.tcp(port),
                List.of(port),
                MongoStandIn.class,
                Integer.toString(port),
                home.data("mongodb").toString());
    }

    Part postgres() {
        int port = options.ports().postgres();
        return embedded(
                "postgresql",
                256,
                Probe.jdbc(
                        "jdbc:postgresql://127.0.0.1:" + port + "/almanac" + postgresSecurity(),
                        Postgres.USER,
                        Postgres.PASSWORD),
                List.of(port),
                Postgres.class,
                Integer.toString(port),
                home.data("postgresql").toString());
    }

    /** One of each service, and the front before them: all that is needed to serve. */
    List<Part> firstServices() {
        return Stream.concat(instances(1), Stream.of(front())).toList();
    }

    /** As many of each service as were asked for, without the first. */
    List<Part> furtherServices() {
        return each(options.shape().instances())
                .skip(1)
                .flatMap(this::instances)
                .toList();
    }

    /** Also those that nobody has asked for at the start. */
    Stream<Part> possible() {
        return Stream.concat(each(options.shape().places()).flatMap(this::instances), Stream.of(front()));
    }

    private Stream<Part> instances(int n) {
        return Stream.of(commandService(n), conflictDetector(n), ruleExpander(n), queryService(n));
    }

    /**
     * Where all share few processors, what was accepted goes on before more is accepted (ADR 0010). In a cluster each has its own, and
     * nobody stands back.
     */
    private Part commandService(int n) {
        Part service = service(
                "command-service",
                n,
                "dev.almanac.command.CommandServiceApplication",
                ports(n).commandService(),
                "--spring.datasource.url=" + postgresUrl(),
                "--spring.datasource.username=" + Postgres.USER,
                "--spring.datasource.password=" + Postgres.PASSWORD,
                // What receives webhooks on this machine has no certificate.
                "--almanac.webhooks.allow-http=true",
                drain(),
                secrets());
        return options.shape().places() == 1 ? service.standingBack() : service;
    }

    private Part queryService(int n) {
        return service(
                "query-service",
                n,
                "dev.almanac.query.QueryServiceApplication",
                ports(n).queryService(),
                "--almanac.mongodb.uri=" + mongodbUrl(),
                secrets(),
                drain(),
                "--almanac.outside.allowed-networks=127.0.0.0/8,::1/128",
                "--almanac.mail.page-url=http://localhost:" + options.ports().front(),
                // Of several each has one of its own: some answers are asked for where they are given, so that the
                // front will not do.
                "--almanac.command-service.url=http://127.0.0.1:" + ports(n).commandService());
    }

    private Part front() {
        return service(
                "front",
                home.classPath("deploy/front"),
                // It speaks of no times.
                List.of(),
                "dev.almanac.front.FrontApplication",
                options.ports().front(),
                "--almanac.command-service.url=" + places(Ports::commandService),
                "--almanac.query-service.url=" + places(Ports::queryService));
    }

    /** Also where nothing is yet: the front asks who is ready. */
    private String places(ToIntFunction<Ports> port) {
        return each(options.shape().places())
                .map(n -> "http://127.0.0.1:" + port.applyAsInt(ports(n)))
                .collect(Collectors.joining(","));
    }

    /** Whoever is about to stop still answers until the front sends its requests elsewhere, if there is an elsewhere. */
    private String drain() {
        return "--almanac.http.drain=" + (options.shape().places() == 1 ? "0s" : "3s");
    }

    private Part conflictDetector(int n) {
        return stream(
                "conflict-detector",
                n,
                "dev.almanac.conflict.ConflictDetectorApplication",
                ports(n).conflictDetector());
    }

    private Part ruleExpander(int n) {
        return stream("rule-expander", n, "dev.almanac.expansion.RuleExpanderApplication", ports(n).ruleExpander());
    }

    private Part stream(String service, int n, String main, int port) {
        return service(
                service,
                n,
                main,
                port,
                "--spring.kafka.streams.replication-factor=" + options.shape().replicas(),
                "--almanac.streams.state-dir=" + home.data("streams").resolve(Shape.name(service, n)));
    }

    String kafkaServers() {
        String real = options.kafka();
        return real != null
                ? real
                : each(options.shape().brokers())
                        .map(n -> "127.0.0.1:" + options.shape().reached(ports(n).kafka()))
                        .collect(Collectors.joining(","));
    }

    String mongodbUrl() {
        String real = options.mongodb();
        int port = options.shape().reached(options.ports().mongodb());
        return real == null
                ? "mongodb://127.0.0.1:" + port + "/almanac" + (certificates == null ? "" : "?tls=true")
                : real;
    }

    String postgresUrl() {
        String real = options.postgres();
        int port = options.shape().reached(options.ports().postgres());
        return real == null ? "jdbc:postgresql://127.0.0.1:" + port + "/almanac" + postgresSecurity() : real;
    }

    Map<String, String> kafkaSecurity() {
        return certificates == null ? Map.of() : EncryptedBroker.client(certificates);
    }

    private String postgresSecurity() {
        return certificates == null ? "" : EncryptedPostgres.parameters(certificates);
    }

    String issuerUrl() {
        return "http://localhost:" + options.ports().issuer();
    }

    private String secrets() {
        return SecretsFile.in(home.data("secrets").toAbsolutePath()).setting();
    }

    private Part embedded(
            String name, int heapMegabytes, Probe ready, List<Integer> ports, Class<?> main, String... arguments) {
        ClassPath classPath = home.classPath(OURSELVES);
        List<String> program = Stream.concat(
                        Stream.of("-cp", classPath.toString(), ParentWatch.class.getName(), main.getName()),
                        Stream.of(arguments))
                .toList();
        List<String> jvm = new ArrayList<>(jvm(heapMegabytes));
        if (certificates != null) {
            jvm.add(certificates.option());
        }
        return new Part(name, ports, jvm, new StartCache(kind(name), classPath), program, ready, 0);
    }

    /** A process of its own, on a leash, on a plain class path: so that zone data can take the place of the JDK's. */
    private Part service(String name, int n, String main, int port, String... settings) {
        return service(Shape.name(name, n), home.classPath(name), zones(), main, port, settings);
    }

    private Part service(String name, ClassPath own, List<String> zones, String main, int port, String... settings) {
        ClassPath classPath = own.and(home.classPath(OURSELVES));
        List<String> program = new ArrayList<>(List.of(
                "-cp",
                classPath.toString(),
                ParentWatch.class.getName(),
                main,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + kafkaServers(),
                "--almanac.security.issuer=" + issuerUrl(),
                "--almanac.security.jwks-uri=" + issuerUrl() + "/.well-known/jwks.json"));
        program.addAll(List.of(settings));
        Probe ready = Probe.http("http://127.0.0.1:" + port + "/actuator/health/readiness");
        List<String> jvm = new ArrayList<>(jvm(384));
        jvm.addAll(zones);
        return new Part(name, List.of(port), jvm, new StartCache(kind(name), classPath), program, ready, 0);
    }

    /** All instances start alike. */
    private static String kind(String name) {
        return name.replaceFirst("-\\d$", "");
    }

    private List<String> zones() {
        Path zoneinfo = options.zoneinfo();
        return zoneinfo == null
                ? List.of()
                : List.of(
                        "-Djava.time.zone.DefaultZoneRulesProvider=" + LoadedZones.class.getName(),
                        "-Dalmanac.zoneinfo=" + zoneinfo,
                        "-Dalmanac.zoneinfo.force=" + options.anyZoneinfo());
    }

    private List<String> jvm(int heapMegabytes) {
        List<String> jvm = new ArrayList<>(SMALL);
        jvm.addAll(QUIET);
        jvm.add("-Xmx" + heapMegabytes + "m");
        // Of a JVM that dies: beside the part's log, and not wherever somebody stood.
        jvm.add("-XX:ErrorFile=" + home.logs().resolve("hs_err_%p.log"));
        jvm.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        jvm.add("-Daxoniq.update-checker.disabled=true");
        Stream.of(System.getProperty(MORE_OPTIONS, "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(jvm::add);
        return jvm;
    }
}

package dev.almanac.local;

import dev.almanac.local.broker.Broker;
import dev.almanac.local.broker.Topics;
import dev.almanac.local.machine.Probe;
import dev.almanac.local.mongo.MongoStandIn;
import dev.almanac.local.postgres.Postgres;
import dev.almanac.recurrence.zones.LoadedZones;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each part is started and what each knows of the others. */
record Parts(Options options, Home home) {
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

    Part kafka() {
        Ports ports = options.ports();
        return embedded(
                "kafka",
                512,
                Topics.answers(kafkaServers()),
                List.of(ports.kafka(), ports.kafkaController()),
                Broker.class,
                Integer.toString(ports.kafka()),
                Integer.toString(ports.kafkaController()),
                home.data("kafka").toString());
    }

    Part mongodb() {
        int port = options.ports().mongodb();
        return embedded(
                "mongodb-stand-in",
                384,
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
                Probe.jdbc(postgresUrl(), Postgres.USER, Postgres.PASSWORD),
                List.of(port),
                Postgres.class,
                Integer.toString(port),
                home.data("postgresql").toString());
    }

    List<Part> services() {
        return List.of(commandService(), conflictDetector(), ruleExpander(), queryService(), front());
    }

    /** Where all share few processors, what was accepted goes on before more is accepted (ADR 0010). */
    private Part commandService() {
        return service(
                        "command-service",
                        "dev.almanac.command.CommandServiceApplication",
                        options.ports().commandService(),
                        "--spring.datasource.url=" + postgresUrl(),
                        "--spring.datasource.username=" + Postgres.USER,
                        "--spring.datasource.password=" + Postgres.PASSWORD,
                        // What receives webhooks on this machine has no certificate.
                        "--almanac.webhooks.allow-http=true",
                        secrets())
                .standingBack();
    }

    private Part queryService() {
        return service(
                "query-service",
                "dev.almanac.query.QueryServiceApplication",
                options.ports().queryService(),
                "--almanac.mongodb.uri=" + mongodbUrl(),
                secrets(),
                "--almanac.outside.allowed-networks=127.0.0.0/8,::1/128",
                "--almanac.mail.page-url=http://localhost:" + options.ports().front(),
                "--almanac.command-service.url=http://127.0.0.1:"
                        + options.ports().commandService());
    }

    private Part front() {
        return service(
                "front",
                home.classPath("deploy/front"),
                // It speaks of no times.
                List.of(),
                "dev.almanac.front.FrontApplication",
                options.ports().front(),
                "--almanac.command-service.url=http://127.0.0.1:"
                        + options.ports().commandService(),
                "--almanac.query-service.url=http://127.0.0.1:"
                        + options.ports().queryService());
    }

    private Part conflictDetector() {
        return service(
                "conflict-detector",
                "dev.almanac.conflict.ConflictDetectorApplication",
                options.ports().conflictDetector(),
                stateIn("conflict-detector"));
    }

    private Part ruleExpander() {
        return service(
                "rule-expander",
                "dev.almanac.expansion.RuleExpanderApplication",
                options.ports().ruleExpander(),
                stateIn("rule-expander"));
    }

    String kafkaServers() {
        String real = options.kafka();
        return real == null ? "127.0.0.1:" + options.ports().kafka() : real;
    }

    String mongodbUrl() {
        String real = options.mongodb();
        return real == null ? "mongodb://127.0.0.1:" + options.ports().mongodb() + "/almanac" : real;
    }

    String postgresUrl() {
        String real = options.postgres();
        return real == null ? "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/almanac" : real;
    }

    String issuerUrl() {
        return "http://localhost:" + options.ports().issuer();
    }

    private String secrets() {
        return SecretsFile.in(home.data("secrets").toAbsolutePath()).setting();
    }

    private String stateIn(String service) {
        return "--almanac.streams.state-dir=" + home.data("streams").resolve(service);
    }

    private Part embedded(
            String name, int heapMegabytes, Probe ready, List<Integer> ports, Class<?> main, String... arguments) {
        ClassPath classPath = home.classPath(OURSELVES);
        List<String> program = Stream.concat(
                        Stream.of("-cp", classPath.toString(), ParentWatch.class.getName(), main.getName()),
                        Stream.of(arguments))
                .toList();
        return new Part(name, ports, jvm(heapMegabytes), new StartCache(name, classPath), program, ready, 0);
    }

    /** A process of its own, on a leash, on a plain class path: so that zone data can take the place of the JDK's. */
    private Part service(String name, String main, int port, String... settings) {
        return service(name, home.classPath(name), zones(), main, port, settings);
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
        return new Part(name, List.of(port), jvm, new StartCache(name, classPath), program, ready, 0);
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

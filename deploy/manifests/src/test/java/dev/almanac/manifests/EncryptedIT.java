package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.broker.EncryptedBroker;
import dev.almanac.local.broker.Topics;
import dev.almanac.local.certificates.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said in the clear, and nobody is let in who cannot show who they are, where the environment asks for that. */
class EncryptedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void services_and_stores_encrypt_all_that_they_say_and_let_no_stranger_in() throws Exception {
        Authority authority = Authority.in(folder.resolve("authority"));
        Certificates services = authority.issue("services");
        Certificates stranger = Authority.in(folder.resolve("elsewhere")).own();
        Options options = Options.of(folder.resolve("stores"), Ports.free());
        try (Suite stores = Suite.ofEncryptedStores(options, authority.issue("stores"), _ -> {});
                Processes processes = Processes.in(folder)) {
            Encryption encryption = new Encryption(services, stores.ports().postgres());
            StartedSuite suite =
                    new StartedSuite(stores, "https", http(Party.showing(services)), encryption::environment);
            suite.start(processes::start);
            suite.awaitReady(processes);
            suite.readsWhatItHasWritten();
            suite.keepsHealthAndMetricsApart();
            readsAskTheWriteSide(suite);
            streamsFindWhatCollides(suite);
            kafkaLetsNoStrangerIn(stores.kafkaServers(), services, stranger);
            postgresLetsNoStrangerIn(encryption, stranger);
            mongodbSaysNothingInTheClear(stores.ports().mongodb(), services);
            servicesLetNoStrangerIn(stores.ports(), services, stranger);
        }
    }

    private static HttpClient http(SSLContext party) {
        return HttpClient.newBuilder().sslContext(party).build();
    }

    private static void readsAskTheWriteSide(StartedSuite suite) throws Exception {
        assertThat(suite.read("/api/v1/ops/zone-data")).contains("items");
    }

    /** The rule-expander works both series out, the conflict-detector sees that they want the same at the same time. */
    private static void streamsFindWhatCollides(StartedSuite suite) throws Exception {
        String talks = id(suite.write("/api/v1/calendars", """
                {"name": "Talks", "calendarType": "DEPARTMENT", "ownerId": "ana", "ownerType": "ORGANIZATION",
                 "timeZone": "Europe/Vienna", "maxConcurrentEvents": 3}"""));
        String beamer = id(suite.write("/api/v1/resources", """
                {"name": "Beamer", "resourceType": "EQUIPMENT"}"""));
        for (String title : List.of("Seminar", "Lecture")) {
            suite.write("/api/v1/schedules", """
                    {"calendarId": "%s", "title": "%s", "timeZone": "Europe/Vienna",
                     "startDateTime": "2090-05-01T09:00:00Z", "endDateTime": "2090-05-01T10:00:00Z",
                     "recurrence": {"pattern": {"type": "WEEKLY", "occurrenceCount": 2}},
                     "resources": [{"resourceId": "%s", "role": "PRIMARY"}]}""".formatted(talks, title, beamer));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        String conflicts = "";
        while (!conflicts.contains(beamer)) {
            assertThat(System.nanoTime()).as(conflicts).isLessThan(end);
            Thread.sleep(LOOK_EVERY);
            conflicts = suite.read("/api/v1/schedules/conflicts?status=DETECTED");
        }
    }

    private static String id(HttpResponse<?> written) {
        String location = written.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static void kafkaLetsNoStrangerIn(String servers, Certificates services, Certificates stranger)
            throws InterruptedException {
        Map<String, String> known = EncryptedBroker.client(services);
        assertThat(Topics.answers(servers, known).answers()).isTrue();
        Map<String, String> withoutCertificate = new HashMap<>(known);
        withoutCertificate.keySet().removeIf(setting -> setting.startsWith("ssl.keystore."));
        Map<String, String> unknown = new HashMap<>(EncryptedBroker.client(stranger));
        unknown.put("ssl.truststore.certificates", Certificates.text(services.trusted()));
        Map<String, String> guessing = new HashMap<>(known);
        guessing.put("sasl.jaas.config", EncryptedBroker.LOGIN.replace("password=\"almanac\"", "password=\"guessed\""));
        // Each of them is refused for as long as it has patience.
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = Stream.of(Map.<String, String>of(), withoutCertificate, unknown, guessing)
                    .<Callable<Boolean>>map(
                            settings -> () -> Topics.answers(servers, settings).answers())
                    .toList();
            assertThat(together.invokeAll(all))
                    .as("in the clear, without a certificate, with another's, with a wrong password")
                    .extracting(Future::resultNow)
                    .containsExactly(false, false, false, false);
        }
    }

    private static void postgresLetsNoStrangerIn(Encryption encryption, Certificates stranger) throws SQLException {
        String user = "&user=almanac&password=almanac";
        DriverManager.getConnection(encryption.jdbcUrl() + user).close();
        assertRefused(encryption.jdbcAddress() + "?sslmode=disable" + user, "no encryption");
        assertRefused(encryption.jdbcAddress() + "?sslmode=require" + user, "valid client certificate");
        assertRefused(
                encryption.jdbcAddress() + "?sslmode=require&sslcert=" + stranger.certificate() + "&sslkey="
                        + stranger.key() + user,
                "SSL");
        assertRefused(encryption.jdbcUrl() + user.replace("d=almanac", "d=guessed"), "password authentication failed");
    }

    private static void assertRefused(String url, String why) {
        assertThatThrownBy(() -> DriverManager.getConnection(url).close())
                .as(url)
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining(why);
    }

    private static void mongodbSaysNothingInTheClear(int port, Certificates services)
            throws IOException, GeneralSecurityException {
        try (Socket encrypted = Party.showing(services).getSocketFactory().createSocket("localhost", port);
                Socket clear = new Socket("localhost", port)) {
            assertThat(MongoHello.isAnswered(encrypted)).isTrue();
            assertThat(MongoHello.isAnswered(clear)).isFalse();
        }
    }

    private static void servicesLetNoStrangerIn(Ports ports, Certificates services, Certificates stranger)
            throws Exception {
        HttpClient anybody = http(Party.showingNone(services));
        for (int port : List.of(ports.commandService(), ports.queryService())) {
            assertThat(status(http(Party.showing(services)), "https", port)).isEqualTo(401);
            assertUnanswered(anybody, "https", port);
            assertUnanswered(http(Party.of(services, stranger)), "https", port);
            assertUnanswered(anybody, "http", port);
        }
        assertThat(status(anybody, "https", ports.front())).isEqualTo(401);
        for (int port : List.of(ports.front(), ports.conflictDetector(), ports.ruleExpander())) {
            assertUnanswered(anybody, "http", port);
        }
    }

    private static void assertUnanswered(HttpClient who, String scheme, int port) {
        assertThatThrownBy(() -> status(who, scheme, port)).isInstanceOf(IOException.class);
    }

    private static int status(HttpClient who, String scheme, int port) throws IOException, InterruptedException {
        URI calendars = URI.create(scheme + "://localhost:" + port + "/api/v1/calendars");
        return who.send(HttpRequest.newBuilder(calendars).timeout(PATIENCE).build(), BodyHandlers.discarding())
                .statusCode();
    }
}

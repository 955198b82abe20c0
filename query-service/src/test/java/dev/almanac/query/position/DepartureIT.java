package dev.almanac.query.position;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.OtherInstance;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** One of two instances stops in good order, as in a rolling restart. */
@OnRealParts
@ExtendWith(OutputCaptureExtension.class)
class DepartureIT {
    private static final Duration BETWEEN_READS = Duration.ofMillis(5);

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    /** How long others wait depends on when they last heard of the group, therefore it is done twice. */
    @RepeatedTest(2)
    void reads_of_own_writes_wait_for_who_takes_its_work_and_none_is_refused(CapturedOutput output) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.KAFKA.bootstrapServers()));
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService stopping = Executors.newSingleThreadExecutor();
                ConfigurableApplicationContext other = OtherInstance.beside(environment)) {
            await().atMost(RealParts.PATIENCE).until(() -> members(admin) == 2);

            Future<?> stopped = stopping.submit(other::close);
            await().atMost(RealParts.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_READS)
                    .until(() -> {
                        String hall = "hall-" + id();
                        long position = feeder.store(calendar(hall, "Hall"));
                        assertThat(status(http, "/calendars/" + hall, position)).isEqualTo(200);
                        return stopped.isDone() && members(admin) == 1;
                    });
            stopped.get();
        }
        assertThat(output.getAll().lines())
                .as("each consumer leaves its group, and nobody is waited for until patience ends")
                .noneMatch(line -> line.contains("Failed to close") || line.contains("Shutdown phase"));
    }

    /** Who reads for the views together, once they agree on who reads what; zero until then. */
    private int members(Admin admin) throws ExecutionException, InterruptedException {
        String prefix = environment.getRequiredProperty("almanac.projector.group");
        List<String> groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .toList();
        return admin.describeConsumerGroups(groups).all().get().values().stream()
                .filter(group -> group.groupState() == GroupState.STABLE)
                .map(ConsumerGroupDescription::members)
                .mapToInt(members -> members.size())
                .sum();
    }

    /** Another client than that of {@link Api}, which shares its connections with whoever stops in this process. */
    private int status(HttpClient http, String path, long position) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.at("/api/v1" + path))
                .header("After-Position", Long.toString(position))
                .header("Authorization", "Bearer " + RealParts.ISSUER.token("ana", "manager"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}

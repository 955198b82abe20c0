package dev.almanac.bench.told;

import dev.almanac.bench.suite.Api;
import dev.almanac.bench.suite.Machine;
import dev.almanac.bench.told.Moves.Heard;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Starts the whole suite on free ports in a folder of its own and prints, as tables, how soon people are told: in the app, other
 * teams by webhook, and before an event begins. The clients run on the same machine and take their share of it.
 *
 * <p>{@code deploy/tools/bench/told} builds and runs it; its one argument is how many reminders are due in a minute (10000; 0 for none).
 */
public final class ToldLoad {
    private static final int USUAL_REMINDERS = 10_000;
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration WARMING_UP = Duration.ofSeconds(30);
    private static final int CHANGES_PER_SECOND = 50;
    /** So that each hears of no more than ten in a minute: what is more is gathered. */
    private static final int OWNERS = 150;

    private static final int TEAMS = 5;
    private static final int RECEIVERS_OF_TEAM = 10;
    private static final int EVENTS_OF_TEAMS = 50;
    private static final String HEADER = """
            | load | changes | refused | heard of | answer to hearing, ms | never |
            | --- | ---: | ---: | ---: | ---: | ---: |""";

    private ToldLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int reminders = args.length == 0 ? USUAL_REMINDERS : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("almanac-told");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            System.out.println(Machine.described());
            suite.start();
            try (Api manager = new Api(suite)) {
                System.out.println(HEADER);
                System.out.println(inTheApp(suite, manager, "warming-", WARMING_UP)
                        .row("%d changes/s, warming up".formatted(CHANGES_PER_SECOND)));
                System.out.println(inTheApp(suite, manager, "owner-", EACH)
                        .row("%d changes/s, in the app".formatted(CHANGES_PER_SECOND)));
                System.out.println(
                        byWebhook(suite, manager, "warming-team-", WARMING_UP).row("webhooks, warming up"));
                System.out.println(byWebhook(suite, manager, "team-", EACH)
                        .row("%d webhook messages/s to %d receivers, one of which hangs"
                                .formatted(CHANGES_PER_SECOND * RECEIVERS_OF_TEAM, TEAMS * RECEIVERS_OF_TEAM)));
                if (reminders > 0) {
                    System.out.println();
                    System.out.println(Reminders.HEADER);
                    System.out.println(new Reminders(suite, manager).measured(reminders, false));
                    System.out.println(new Reminders(suite, manager).measured(reminders, true));
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static Heard inTheApp(Suite suite, Api manager, String prefix, Duration duration)
            throws IOException, InterruptedException {
        List<String> owners =
                IntStream.range(0, OWNERS).mapToObj(owner -> prefix + owner).toList();
        Moves moves = new Moves(Halls.of(manager, owners));
        try (Inboxes inboxes = Inboxes.of(suite, owners)) {
            moves.steady(CHANGES_PER_SECOND, duration);
            return moves.heard(inboxes.heardNanos(), changes -> changes);
        }
    }

    /** Each team hears of its own events; nobody waits for the one that hangs. */
    private static Heard byWebhook(Suite suite, Api manager, String prefix, Duration duration)
            throws IOException, InterruptedException {
        List<String> teams =
                IntStream.range(0, TEAMS).mapToObj(team -> prefix + team).toList();
        List<String> owners = IntStream.range(0, EVENTS_OF_TEAMS)
                .mapToObj(event -> teams.get(event % TEAMS))
                .toList();
        Moves moves = new Moves(Halls.of(manager, owners));
        try (Receivers receivers = new Receivers(TEAMS * RECEIVERS_OF_TEAM)) {
            List<String> urls = receivers.urls();
            for (int team = 0; team < TEAMS; team++) {
                subscribe(
                        suite, teams.get(team), urls.subList(team * RECEIVERS_OF_TEAM, (team + 1) * RECEIVERS_OF_TEAM));
            }
            moves.steady(CHANGES_PER_SECOND, duration);
            return moves.heard(receivers.heardNanos(), changes -> (long) changes * RECEIVERS_OF_TEAM - changes / TEAMS);
        }
    }

    private static void subscribe(Suite suite, String owner, List<String> urls)
            throws IOException, InterruptedException {
        try (Api client = new Api(suite, owner, "staff")) {
            for (String url : urls) {
                client.create("/webhooks", Map.of("url", url, "types", List.of("EventRescheduled")));
            }
        }
    }
}

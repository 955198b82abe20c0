package dev.almanac.local.demo.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two hundred rules: five jobs of each of eight queues, at five sites. */
public final class Fleet {
    /** Nobody works on these: they show what becomes of a run that nobody reports on. */
    public static final String WITHOUT_WORKER = "restore-drill";

    /** The shortest that is believable; such a run is missed a minute later. */
    private static final int TIMEOUT_SECONDS = 60;

    private Fleet() {}

    static List<Call> rules() {
        List<Call> rules = new ArrayList<>();
        for (Queue queue : Queue.values()) {
            for (Job job : queue.jobs()) {
                for (Site site : Site.values()) {
                    rules.add(rule(queue, job, site, rules.size()));
                }
            }
        }
        return rules;
    }

    /** Some stand still, and some have run already, so that not all of them are merely planned. */
    static List<Call> acts() {
        Stream<Call> paused = Stream.of(name("Newsletter", Site.LONDON), name("Synonyms", Site.KOLKATA))
                .map(rule -> act(rule, "pause", Map.of("reason", "The provider is changed")));
        Stream<Call> disabled = Stream.of(name("Survey of visitors", Site.SAO_PAULO))
                .map(rule -> act(rule, "disable", Map.of("reason", "Was asked too often")));
        Stream<Call> run = Stream.of("Invoices", "Occupancy", "Backup of the ledger", "Rosters", "Restore drill")
                .flatMap(job -> Stream.of(name(job, Site.VIENNA), name(job, Site.NEW_YORK)))
                .map(rule -> act(rule, "run-now", Map.of()));
        return Stream.of(paused, disabled, run).flatMap(Function.identity()).toList();
    }

    private static Call rule(Queue queue, Job job, Site site, int number) {
        String team = People.TEAMS.get(number % People.TEAMS.size());
        return Call.post(
                        team,
                        "/schedules/rules",
                        Map.of(
                                "name", name(job.name(), site),
                                "recurrence", job.recurrence(site),
                                "timeZone", site.zone(),
                                "queue", queue.name().toLowerCase(Locale.ROOT),
                                "jobTemplate", Map.of("type", job.type(), "timeoutSeconds", TIMEOUT_SECONDS),
                                "metadata", Map.of("owner", team)))
                .keeping(name(job.name(), site));
    }

    private static Call act(String rule, String what, Map<String, Object> body) {
        return Call.post(People.MANAGER, "/schedules/rules/" + Call.ref(rule) + "/" + what, body);
    }

    private static String name(String job, Site site) {
        return job + ", " + site.place();
    }
}

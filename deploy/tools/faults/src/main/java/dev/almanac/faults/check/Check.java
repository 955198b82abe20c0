package dev.almanac.faults.check;

import dev.almanac.audit.Audit;
import dev.almanac.events.wire.Topic;
import dev.almanac.faults.check.Checker.Log;
import dev.almanac.faults.history.Entry;
import dev.almanac.faults.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Checks a history against a suite that is still there. Arguments: the history, Kafka's bootstrap servers, the address of the front and
 * that of the issuer. Exits with 1 when a promise was broken.
 */
public final class Check {
    /** So long it may take after the end of a fault until all is well, on a machine that does nothing else. */
    public static final Duration RECOVERY = Duration.ofSeconds(30);

    /** So long views may take to come to rest once nobody writes any more. */
    private static final Duration AT_REST_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private Check() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 4) {
            System.err.println("usage: HISTORY KAFKA FRONT ISSUER");
            System.exit(2);
        }
        Verdict verdict = of(Path.of(args[0]), args[1], args[2], args[3], RECOVERY);
        System.out.print(verdict.text());
        System.exit(verdict.isGood() ? 0 : 1);
    }

    public static Verdict of(Path history, String kafka, String front, String issuer, Duration recovery)
            throws IOException, InterruptedException {
        List<Entry> entries = History.read(history);
        Set<String> calendars = Checker.noted(entries, "calendars");
        try (Views views = new Views(front, issuer)) {
            long deadline = System.nanoTime() + AT_REST_WITHIN.toNanos();
            Log log = log(kafka);
            Verdict verdict = Checker.check(entries, log, views.read(calendars), recovery);
            while (!verdict.isGood() && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS);
                log = log(kafka);
                verdict = Checker.check(entries, log, views.read(calendars), recovery);
            }
            Verdict last = verdict;
            views.wrong().forEach(wrong -> last.broken(Checker.VIEW_DIFFERS, wrong));
            // The audit takes what it cannot read for a gap, as it should.
            if (log.schedules().stream().noneMatch(told -> Checker.OURS.contains(told.source()))) {
                Audit.of(kafka).violations().forEach(violation -> last.broken(Checker.AUDIT, violation));
            }
            return last;
        }
    }

    private static Log log(String kafka) {
        Topics topics = new Topics(kafka);
        return new Log(
                topics.read(Topic.SCHEDULES),
                topics.read(Topic.RULES),
                topics.read(Topic.OCCURRENCES),
                topics.read(Topic.CONFLICTS));
    }
}

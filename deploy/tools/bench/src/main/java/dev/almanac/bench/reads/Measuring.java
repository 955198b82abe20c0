package dev.almanac.bench.reads;

import dev.almanac.bench.write.Clients;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the service and PostgreSQL in turns, as a machine is never quiet; medians of the rounds count. */
final class Measuring {
    private static final int ROUNDS = 3;
    private static final int CLIENTS_WARMING_UP = 8;
    private static final Duration COMPILING_AT_MOST = Duration.ofSeconds(1);
    private static final int WARM_AFTER_AT_MOST = 8;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private final Suite suite;
    private final QueryService service;
    private final Duration each;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> slow = new HashSet<>();
    private Spent quiet =
            new Spent(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Measuring(Suite suite, QueryService service, Duration each) {
        this.suite = suite;
        this.service = service;
        this.each = each;
    }

    /**
     * What came of it.
     *
     * @param spent by the service, for all of its answers
     */
    record Answered(Question question, Question.Kind kind, int clients, Rounds service, Rounds postgres, Spent spent) {
        boolean meetsBar() {
            return service.millis(99) < question.bar().at99().toMillis()
                    && service.perSecond() >= question.bar().perSecond();
        }
    }

    /** What is spent while nobody asks, from now on taken off. */
    void lookWhileQuiet() throws IOException, InterruptedException {
        Spent before = Spent.now(suite, service);
        Thread.sleep(QUIET);
        quiet = Spent.now(suite, service).since(before);
    }

    /** One client, so that a slow answer is waited for once. */
    private void warmPostgres(Question question) throws Exception {
        Rounds warming = new Rounds();
        warming.add(Clients.saturating(1, each, Question.Kind.DISTINCT.of(question.postgres(), next)));
        noteIfSlow(question, warming);
    }

    /** Until the service has all but stopped compiling for it. */
    void warm(Question question) throws Exception {
        warmPostgres(question);
        for (int round = 1; round <= WARM_AFTER_AT_MOST; round++) {
            Duration before = Spent.now(suite, service).compiling();
            Clients.saturating(CLIENTS_WARMING_UP, each, Question.Kind.DISTINCT.of(question.service(), next));
            if (Spent.now(suite, service).compiling().minus(before).compareTo(COMPILING_AT_MOST) < 0) {
                return;
            }
        }
    }

    /** What takes longer than a round is asked once, by one client: the others would take as much longer as there are of them. */
    private void noteIfSlow(Question question, Rounds ofPostgres) {
        if (ofPostgres.millis(50) > each.toMillis()) {
            slow.add(question.name());
        }
    }

    Answered ask(Question question, Question.Kind kind, int clients) throws Exception {
        Rounds ofService = new Rounds();
        Rounds ofPostgres = new Rounds();
        Spent spent = quiet.since(quiet);
        if (slow.contains(question.name()) && clients == 1) {
            ofPostgres.add(Clients.saturating(1, Duration.ofMillis(1), kind.of(question.postgres(), next)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (!slow.contains(question.name())) {
                ofPostgres.add(Clients.saturating(clients, each, kind.of(question.postgres(), next)));
                noteIfSlow(question, ofPostgres);
            }
            Spent before = Spent.now(suite, service);
            Clients.Round asked = Clients.saturating(clients, each, kind.of(question.service(), next));
            spent = spent.plus(Spent.now(suite, service).since(before).without(quiet, QUIET, asked.lasted()));
            ofService.add(asked);
        }
        return new Answered(question, kind, clients, ofService, ofPostgres, spent);
    }
}

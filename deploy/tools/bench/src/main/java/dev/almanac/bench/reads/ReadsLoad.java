package dev.almanac.bench.reads;

import dev.almanac.bench.suite.Machine;
import dev.almanac.bench.write.Databases;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The read side over HTTP with tokens, on the real broker and the MongoDB stand-in, beside the same questions asked of PostgreSQL
 * over JDBC. The views are filled as in life, by publishing. {@code deploy/tools/bench/reads} builds and runs it.
 */
public final class ReadsLoad {
    private static final int ONE = 1;
    private static final int MANY = 8;
    private final Wish wish;
    private final Projection projection;
    private final Tables tables;
    private final QueryService service;
    private final Measuring measuring;

    private ReadsLoad(Wish wish, Projection projection, Tables tables, QueryService service, Measuring measuring) {
        this.wish = wish;
        this.projection = projection;
        this.tables = tables;
        this.service = service;
        this.measuring = measuring;
    }

    public static void main(String[] args) throws Exception {
        Wish wish = Wish.of(List.of(args));
        Path folder = Files.createTempDirectory("almanac-reads");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            System.out.println(Machine.described());
            suite.startStores();
            suite.startService("query-service");
            try (QueryService service = new QueryService(suite);
                    Publisher publisher = new Publisher(suite.kafkaServers());
                    Tables tables = new Tables(Databases.of(suite).create("reads"))) {
                new ReadsLoad(
                                wish,
                                new Projection(suite, service, publisher),
                                tables,
                                service,
                                new Measuring(suite, service, wish.each()))
                        .run();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws Exception {
        Scale tenth = wish.scale().tenth();
        System.out.println(wish.scale());
        Projection.Filled first = fill(Scale.NOTHING, tenth);
        Map<String, Double> atTenth = wish.has(Part.SCALE) ? medians(tenth) : Map.of();
        Projection.Filled rest = fill(tenth, wish.scale());
        if (wish.has(Part.PROJECTION)) {
            System.out.printf("%n%s%n%s%n%s%n", Projection.HEADER, first.row(), rest.row());
        }
        measuring.lookWhileQuiet();
        List<Question> questions = asked(wish.scale());
        for (Question question : questions) {
            System.err.println("warming up: " + question.name());
            measuring.warm(question);
        }
        tell(questions);
        if (wish.has(Part.SCALE)) {
            tellGrowth(atTenth, medians(wish.scale()));
        }
    }

    private Projection.Filled fill(Scale from, Scale to) throws Exception {
        Projection.Filled filled = projection.fill(from, to);
        System.err.printf("the views contain %s%n", to);
        System.err.printf("PostgreSQL took %,.0f rows of events a second%n", tables.fill(from, to));
        return filled;
    }

    private List<Question> asked(Scale scale) throws Exception {
        return new Questions(service, tables, scale)
                .all().stream().filter(question -> wish.has(question.part())).toList();
    }

    /** One client, another question each time. */
    private Map<String, Double> medians(Scale scale) throws Exception {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (Question question : asked(scale)) {
            measuring.warm(question);
            medians.put(
                    question.name(),
                    measuring
                            .ask(question, Question.Kind.DISTINCT, ONE)
                            .service()
                            .millis(50));
        }
        return medians;
    }

    private void tell(List<Question> questions) throws Exception {
        System.out.println("""

                | question | asked | clients | service, /s | service, ms | PostgreSQL, /s | PostgreSQL, ms | bar | met |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |""");
        List<Measuring.Answered> all = new ArrayList<>();
        for (Question question : questions) {
            all.add(told(measuring.ask(question, Question.Kind.DISTINCT, ONE)));
            all.add(told(measuring.ask(question, Question.Kind.DISTINCT, MANY)));
            if (!question.isPersonal()) {
                all.add(told(measuring.ask(question, Question.Kind.SAME, MANY)));
            }
        }
        System.out.println("""

                | question | asked | clients | store operations | answered in, ms | in store operations, ms | processor time: service, ms | stand-in, ms |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |""");
        all.forEach(ReadsLoad::tellCost);
    }

    private static Measuring.Answered told(Measuring.Answered answered) {
        boolean wasAsked = answered.postgres().answers() > 0;
        System.out.printf(
                "| %s | %s | %d | %,.0f | %s | %s | %s | %s | %s |%n",
                answered.question().name(),
                word(answered.kind()),
                answered.clients(),
                answered.service().perSecond(),
                answered.service().times(),
                wasAsked ? "%,.1f".formatted(answered.postgres().perSecond()) : "–",
                wasAsked ? answered.postgres().times() : "–",
                answered.question().bar(),
                answered.meetsBar() ? "yes" : "no");
        return answered;
    }

    private static void tellCost(Measuring.Answered answered) {
        Spent spent = answered.spent();
        double answers = answered.service().answers();
        System.out.printf(
                "| %s | %s | %d | %.1f | %.2f | %.2f | %.2f | %.2f |%n",
                answered.question().name(),
                word(answered.kind()),
                answered.clients(),
                spent.operations() / answers,
                spent.inRequests().toNanos() / 1e6 / answers,
                spent.inStore().toNanos() / 1e6 / answers,
                spent.service().toNanos() / 1e6 / answers,
                spent.store().toNanos() / 1e6 / answers);
    }

    private static String word(Question.Kind kind) {
        return switch (kind) {
            case DISTINCT -> "another each time";
            case SAME -> "the same";
        };
    }

    private void tellGrowth(Map<String, Double> atTenth, Map<String, Double> atFull) {
        System.out.println("""

                | question, one client | a tenth of the data, ms | all of it, ms | times |
                | --- | ---: | ---: | ---: |""");
        // Of fewer than fifty resources, another number is checked at once.
        atTenth.forEach((question, tenth) -> {
            Double full = atFull.get(question);
            if (full != null) {
                System.out.printf("| %s | %.2f | %.2f | %.2f |%n", question, tenth, full, full / tenth);
            }
        });
    }
}

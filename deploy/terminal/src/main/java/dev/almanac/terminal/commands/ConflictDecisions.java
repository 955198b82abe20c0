package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Conflict;
import dev.almanac.terminal.console.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides about a conflict. */
final class ConflictDecisions {
    private ConflictDecisions() {}

    @Command(name = "apply", description = "Does what is suggested, and settles the conflict by it.")
    static final class Apply implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Parameters(index = "0", paramLabel = "CONFLICT", description = "Its id.")
        private String id = "";

        @Parameters(
                index = "1",
                paramLabel = "NUMBER",
                description = "Of the suggestion, as almanac conflicts CONFLICT shows it.")
        private int number;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private @Nullable String reason;

        Apply(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = connection.session(surroundings);
            Conflict conflict = session.api().conflicts().get(id);
            if (number < 1 || number > conflict.suggestions().size()) {
                throw new UsageFailure("this conflict has "
                        + Words.count(conflict.suggestions().size(), "suggestion"));
            }
            var suggestion = conflict.suggestions().get(number - 1);
            return new Writing(session, session.clocks())
                    .done(
                            session.api().conflicts().apply(conflict, suggestion, reason),
                            "done: " + Suggestions.line(suggestion, session.clocks()));
        }
    }

    @Command(name = "resolve", description = "Says how a conflict was settled.")
    static final class Resolve implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Parameters(index = "0", paramLabel = "CONFLICT", description = "Its id.")
        private String id = "";

        @Parameters(
                index = "1",
                paramLabel = "HOW",
                description = "RESCHEDULED, RESOURCE_CHANGED, EVENT_CANCELLED, OVERRIDE_APPLIED or SPLIT.")
        private String method = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "What else is to be said.")
        private @Nullable String note;

        Resolve(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = connection.session(surroundings);
            Conflict conflict = session.api().conflicts().get(id);
            String how = String.valueOf(Words.upper(method));
            return new Writing(session, session.clocks())
                    .done(session.api().conflicts().resolve(conflict, how, note), "resolved: " + Titles.of(conflict));
        }
    }

    @Command(name = "dismiss", description = "Says that a conflict is none.")
    static final class Dismiss implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Parameters(index = "0", paramLabel = "CONFLICT", description = "Its id.")
        private String id = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private @Nullable String reason;

        Dismiss(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = connection.session(surroundings);
            Conflict conflict = session.api().conflicts().get(id);
            return new Writing(session, session.clocks())
                    .done(session.api().conflicts().dismiss(conflict, reason), "dismissed: " + Titles.of(conflict));
        }
    }
}

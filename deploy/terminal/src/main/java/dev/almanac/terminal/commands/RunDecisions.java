package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What becomes of a run that was missed. */
final class RunDecisions {
    private RunDecisions() {}

    /** Which run, and why. */
    static final class RunOptions {
        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Parameters(paramLabel = "RUN", description = "Its id, as almanac runs --status missed shows it.")
        private String id = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private @Nullable String reason;
    }

    @Command(name = "approve", description = "Runs a missed run after all.")
    static final class Approve implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private RunOptions options = new RunOptions();

        Approve(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = options.connection.session(surroundings);
            return new Writing(session, session.clocks())
                    .done(session.api().runs().approve(options.id, options.reason), "approved");
        }
    }

    @Command(name = "skip", description = "Leaves a missed run out.")
    static final class Skip implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private RunOptions options = new RunOptions();

        Skip(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = options.connection.session(surroundings);
            return new Writing(session, session.clocks())
                    .done(session.api().runs().discard(options.id, options.reason), "left out");
        }
    }
}

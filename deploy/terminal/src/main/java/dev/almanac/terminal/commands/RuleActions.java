package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Rule;
import dev.almanac.terminal.console.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator does to a rule. */
final class RuleActions {
    private RuleActions() {}

    /** Which rule, and why. */
    static final class RuleOptions {
        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Parameters(paramLabel = "RULE", description = "By name or id.")
        private String rule = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private @Nullable String reason;
    }

    @Command(name = "pause", description = "No run of the rule is due until it is resumed.")
    static final class Pause implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private RuleOptions options = new RuleOptions();

        Pause(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = options.connection.session(surroundings);
            Rule rule = session.api().rules().named(options.rule);
            return new Writing(session, session.clocks())
                    .done(session.api().rules().pause(rule.id(), options.reason), "paused " + rule.name());
        }
    }

    @Command(name = "resume", description = "Goes on with a paused rule.")
    static final class Resume implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private RuleOptions options = new RuleOptions();

        Resume(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = options.connection.session(surroundings);
            Rule rule = session.api().rules().named(options.rule);
            return new Writing(session, session.clocks())
                    .done(session.api().rules().resume(rule.id(), options.reason), "resumed " + rule.name());
        }
    }

    @Command(name = "run", description = "Runs the rule now, besides when it is due.")
    static final class RunNow implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private RuleOptions options = new RuleOptions();

        RunNow(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Session session = options.connection.session(surroundings);
            Rule rule = session.api().rules().named(options.rule);
            return new Writing(session, session.clocks())
                    .done(session.api().rules().runNow(rule.id(), options.reason), "runs now: " + rule.name());
        }
    }
}

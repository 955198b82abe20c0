package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.Rule;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.times.Clocks;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rules",
        description = "Lists recurring rules, or pauses, resumes or runs one.",
        subcommands = {RuleActions.Pause.class, RuleActions.Resume.class, RuleActions.RunNow.class})
public final class RulesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--queue", paramLabel = "QUEUE", description = "Of this queue.")
    private @Nullable String queue;

    @Option(names = "--status", paramLabel = "STATUS", description = "ACTIVE, PAUSED, DISABLED or EXPIRED.")
    private @Nullable String status;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 500;

    public RulesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Listing<Rule> rules = session.api().rules().list(queue, Words.upper(status), limit);
        session.list(rules, table(rules, session.clocks()), "there is no such rule that you may see");
        return ExitCode.DONE.number();
    }

    private static Table table(Listing<Rule> rules, Clocks clocks) {
        Table table = new Table("NAME", "RUNS", "QUEUE", "STATUS", clocks.named("NEXT"), "LAST", "ID");
        rules.items()
                .forEach(rule -> table.row(
                        Cell.of(rule.name(), Colour.BOLD),
                        Cell.of(rule.describedAs()),
                        Cell.of(rule.queue()),
                        Cell.of(
                                Words.lower(rule.status()),
                                rule.status().equals("ACTIVE") ? Colour.GREEN : Colour.YELLOW),
                        Cell.of(rule.nextRun().map(clocks::dayAndTime).orElse("")),
                        RunStates.cell(rule.lastRun().map(run -> run.status()).orElse("")),
                        Cell.of(rule.id(), Colour.FAINT)));
        return table;
    }
}

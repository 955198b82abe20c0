package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Listing;
import dev.almanac.terminal.api.Rule;
import dev.almanac.terminal.api.Run;
import dev.almanac.terminal.console.Cell;
import dev.almanac.terminal.console.Colour;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.console.Table;
import dev.almanac.terminal.times.Clocks;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "runs",
        description = "Lists runs of rules, or decides about those that were missed.",
        subcommands = {RunDecisions.Approve.class, RunDecisions.Skip.class})
public final class RunsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Option(names = "--rule", paramLabel = "RULE", description = "Of this rule, by name or id.")
    private @Nullable String rule;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description =
                    "SCHEDULED, DUE, RUNNING, RETRYING, SUCCESS, FAILED, MISSED, POSTPONED, SKIPPED, PAUSED or DISABLED.")
    private @Nullable String status;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; ${DEFAULT-VALUE} if not said.")
    private int limit = 100;

    public RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Session session = connection.session(surroundings);
        Optional<Rule> named = Optional.ofNullable(rule).map(session.api().rules()::named);
        Listing<Run> runs = session.api()
                .runs()
                .list(
                        named.map(Rule::id).orElse(null),
                        Words.upper(status),
                        window.from(session),
                        window.till(session),
                        limit);
        Clocks clocks = new Clocks(session.zoneOr(named.map(Rule::zone).orElseGet(session::zone)));
        session.list(runs, table(runs, clocks), "there is no such run that you may see");
        return ExitCode.DONE.number();
    }

    private static Table table(Listing<Run> runs, Clocks clocks) {
        Table table = new Table(clocks.named("WHEN"), "STATUS", "SINCE", "REASON", "RUN");
        runs.items()
                .forEach(run -> table.row(
                        Cell.of(clocks.dayAndTime(run.scheduledAt())),
                        RunStates.cell(run.status()),
                        Cell.of(clocks.toTheSecond(run.since())),
                        Cell.of(run.reason()),
                        Cell.of(run.occurrenceId(), Colour.FAINT)));
        return table;
    }
}

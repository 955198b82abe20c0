package dev.almanac.terminal;

import dev.almanac.terminal.commands.AuditCommand;
import dev.almanac.terminal.commands.BookCommand;
import dev.almanac.terminal.commands.CalendarCommand;
import dev.almanac.terminal.commands.CalendarsCommand;
import dev.almanac.terminal.commands.CompletionCommand;
import dev.almanac.terminal.commands.ConflictsCommand;
import dev.almanac.terminal.commands.EventsCommand;
import dev.almanac.terminal.commands.ExportCommand;
import dev.almanac.terminal.commands.Failures;
import dev.almanac.terminal.commands.ImportCommand;
import dev.almanac.terminal.commands.LoginCommand;
import dev.almanac.terminal.commands.LogoutCommand;
import dev.almanac.terminal.commands.ManCommand;
import dev.almanac.terminal.commands.MoveCommand;
import dev.almanac.terminal.commands.RemoveCommand;
import dev.almanac.terminal.commands.RulesCommand;
import dev.almanac.terminal.commands.RunsCommand;
import dev.almanac.terminal.commands.TailCommand;
import dev.almanac.terminal.commands.UndoCommand;
import dev.almanac.terminal.commands.WhatIfCommand;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The program's root: what it does is its subcommands' business. */
@Command(
        name = "almanac",
        description = "A calendar and a command line for people who live in a shell.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        subcommands = {
            CalendarCommand.class,
            EventsCommand.class,
            BookCommand.class,
            MoveCommand.class,
            RemoveCommand.class,
            UndoCommand.class,
            ConflictsCommand.class,
            RulesCommand.class,
            RunsCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            WhatIfCommand.class,
            TailCommand.class,
            AuditCommand.class,
            CalendarsCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            HelpCommand.class
        })
public final class Almanac {
    private static final int HELP_COLUMNS = 100;
    private static final int HELP_COLUMNS_MIN = 60;

    private Almanac() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofThisProcess();
        boolean looks = arguments.length == 0 && surroundings.outIsTerminal();
        System.exit(commandLine(surroundings).execute(looks ? new String[] {"calendar"} : arguments));
    }

    /** In surroundings that may be a test's. */
    public static CommandLine commandLine(Surroundings surroundings) {
        Failures failures = new Failures(surroundings);
        CommandLine root = new CommandLine(new Almanac(), new InSurroundings(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpWidth(
                        surroundings.outIsTerminal()
                                ? Math.max(HELP_COLUMNS_MIN, surroundings.columns())
                                : HELP_COLUMNS)
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        root.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return root;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(Integer.toString(code.number()), code.meaning()));
        return codes;
    }
}

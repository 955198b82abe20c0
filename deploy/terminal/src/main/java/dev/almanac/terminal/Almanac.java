package dev.almanac.terminal;

import dev.almanac.terminal.commands.Failures;
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
import picocli.CommandLine.ScopeType;

/** The program's root: what it does is its subcommands' business. */
@Command(
        name = "almanac",
        description = "A calendar and a command line for people who live in a shell.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n")
public final class Almanac {
    private static final int HELP_COLUMNS = 100;
    private static final int HELP_COLUMNS_MIN = 60;

    private Almanac() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofThisProcess();
        String[] meant = meant(surroundings, arguments);
        System.exit(commandLine(surroundings, meant).execute(meant));
    }

    /** Whoever says nothing at a terminal wants to look. */
    private static String[] meant(Surroundings surroundings, String... arguments) {
        return arguments.length == 0 && surroundings.outIsTerminal() ? new String[] {"calendar"} : arguments;
    }

    /** In surroundings that may be a test's, made of no more than these arguments need. */
    public static CommandLine commandLine(Surroundings surroundings, String... arguments) {
        Failures failures = new Failures(surroundings);
        CommandLine root = new CommandLine(new Almanac(), new InSurroundings(surroundings));
        Subcommands.neededFor(arguments).forEach(root::addSubcommand);
        root.setCaseInsensitiveEnumValuesAllowed(true)
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

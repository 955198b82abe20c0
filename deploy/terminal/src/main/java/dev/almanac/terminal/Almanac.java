package dev.almanac.terminal;

import dev.almanac.terminal.live.CalendarCommand;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's root: what it does is its subcommands' business. */
@Command(
        name = "almanac",
        mixinStandardHelpOptions = true,
        description = "A calendar and a command line for people who live in a shell.")
public final class Almanac {
    private Almanac() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Almanac())
                .addSubcommand(new CalendarCommand(System.getenv(), Clock.system(ZoneId.systemDefault())))
                .execute(arguments));
    }
}

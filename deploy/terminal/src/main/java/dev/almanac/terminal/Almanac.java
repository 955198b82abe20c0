package dev.almanac.terminal;

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
        System.exit(new CommandLine(new Almanac()).execute(arguments));
    }
}

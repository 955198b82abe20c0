package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual, as man(7) is written, from what the command line is made of. */
record ManualPage(CommandSpec root) {

    String roff() {
        List<String> lines = new ArrayList<>();
        lines.add(".TH ALMANAC 1 \"\" \"Almanac\" \"User commands\"");
        section(lines, "NAME", "almanac \\- " + text(root.usageMessage().description()));
        lines.add(".SH SYNOPSIS");
        lines.add("\\fBalmanac\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
        lines.add(".SH COMMANDS");
        root.subcommands().forEach((name, command) -> {
            if (isShown(command)) {
                command(lines, name, command);
            }
        });
        lines.add(".SH EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            item(lines, "\\fB" + code.number() + "\\fR", escaped(code.meaning()));
        }
        lines.add(".SH ENVIRONMENT");
        Environment.VARIABLES.forEach((name, meaning) -> item(lines, "\\fB" + name + "\\fR", escaped(meaning)));
        section(
                lines,
                "FILES",
                "$XDG_CONFIG_HOME/almanac/credentials.json, else ~/.config/almanac/credentials.json: "
                        + "your sign-in, which nobody but you may read");
        return String.join("\n", lines) + "\n";
    }

    private static boolean isShown(CommandLine command) {
        return !command.getCommandSpec().usageMessage().hidden();
    }

    private static void command(List<String> lines, String path, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String arguments =
                spec.positionalParameters().stream().map(ManualPage::argument).collect(Collectors.joining(" "));
        lines.add(".SS \"almanac " + path + (arguments.isEmpty() ? "" : " " + arguments) + "\"");
        lines.add(text(spec.usageMessage().description()));
        spec.positionalParameters()
                .forEach(one -> item(lines, "\\fI" + escaped(one.paramLabel()) + "\\fR", text(one.description())));
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> option(lines, option));
        for (CommandLine inner : distinct(command.getSubcommands().values())) {
            command(lines, path + " " + inner.getCommandName(), inner);
        }
    }

    private static Set<CommandLine> distinct(Collection<CommandLine> commands) {
        return new LinkedHashSet<>(commands);
    }

    private static String argument(PositionalParamSpec parameter) {
        String label = escaped(parameter.paramLabel());
        return parameter.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static void option(List<String> lines, OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
        item(lines, names + value, text(option.description()));
    }

    private static void section(List<String> lines, String name, String content) {
        lines.add(".SH " + name);
        lines.add(content);
    }

    private static void item(List<String> lines, String head, String content) {
        lines.add(".TP");
        lines.add(head);
        lines.add(content);
    }

    private static String text(String... sentences) {
        return escaped(String.join(" ", sentences));
    }

    /** A dot or an apostrophe in front would be a request to the formatter. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}

package dev.almanac.terminal;

import dev.almanac.terminal.commands.AuditCommand;
import dev.almanac.terminal.commands.BookCommand;
import dev.almanac.terminal.commands.CalendarCommand;
import dev.almanac.terminal.commands.CalendarsCommand;
import dev.almanac.terminal.commands.CompletionCommand;
import dev.almanac.terminal.commands.ConflictsCommand;
import dev.almanac.terminal.commands.EventsCommand;
import dev.almanac.terminal.commands.ExportCommand;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.HelpCommand;

/** All commands by their names. To look at all of them takes longer than most need for what they do. */
final class Subcommands {
    private static final Map<String, Class<?>> ALL = all();
    /** What these say is about the others. */
    private static final Set<String> ABOUT_ALL = Set.of("completion", "man", "help");

    private Subcommands() {}

    static Map<String, Class<?>> neededFor(String... arguments) {
        if (arguments.length == 0 || ABOUT_ALL.contains(arguments[0])) {
            return ALL;
        }
        Class<?> named = ALL.get(arguments[0]);
        return named == null ? ALL : Map.of(arguments[0], named);
    }

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("calendar", CalendarCommand.class);
        all.put("events", EventsCommand.class);
        all.put("book", BookCommand.class);
        all.put("move", MoveCommand.class);
        all.put("remove", RemoveCommand.class);
        all.put("undo", UndoCommand.class);
        all.put("conflicts", ConflictsCommand.class);
        all.put("rules", RulesCommand.class);
        all.put("runs", RunsCommand.class);
        all.put("export", ExportCommand.class);
        all.put("import", ImportCommand.class);
        all.put("what-if", WhatIfCommand.class);
        all.put("tail", TailCommand.class);
        all.put("audit", AuditCommand.class);
        all.put("calendars", CalendarsCommand.class);
        all.put("login", LoginCommand.class);
        all.put("logout", LogoutCommand.class);
        all.put("completion", CompletionCommand.class);
        all.put("man", ManCommand.class);
        all.put("help", HelpCommand.class);
        all.put("warm-up", WarmUp.class);
        return Collections.unmodifiableMap(all);
    }
}

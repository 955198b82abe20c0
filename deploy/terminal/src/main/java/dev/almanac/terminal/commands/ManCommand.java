package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.ColourChoice;
import dev.almanac.terminal.console.Console;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "man", description = "Prints the manual page: almanac man | man -l -")
public final class ManCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    public ManCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not run by a command line");
        }
        new Console(surroundings, ColourChoice.NEVER).verbatim(new ManualPage(spec.root()).roff());
        return ExitCode.DONE.number();
    }
}

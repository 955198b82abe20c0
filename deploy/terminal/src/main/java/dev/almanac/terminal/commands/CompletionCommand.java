package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.ColourChoice;
import dev.almanac.terminal.console.Console;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a script by which a shell completes this command line: source <(almanac completion bash)")
public final class CompletionCommand implements Callable<Integer> {
    enum Shell {
        bash,
        zsh
    }

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    public CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not run by a command line");
        }
        new Console(surroundings, ColourChoice.NEVER).verbatim(script(spec));
        return ExitCode.DONE.number();
    }

    /** zsh completes by scripts of bash once it is told to. */
    private String script(CommandSpec own) {
        String script = AutoComplete.bash("almanac", own.root().commandLine());
        return switch (shell) {
            case bash -> script;
            case zsh -> "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + script;
        };
    }
}

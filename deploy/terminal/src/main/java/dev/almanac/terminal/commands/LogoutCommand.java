package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.login.Login;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "logout", description = "Forgets your sign-in on this machine.")
public final class LogoutCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    public LogoutCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        URI origin = connection.origin(surroundings);
        boolean known = new Login(origin, surroundings.environment(), surroundings.clock()).forget();
        connection
                .session(surroundings)
                .console()
                .note(known ? "signed out at " + origin : "nobody was signed in at " + origin);
        return ExitCode.DONE.number();
    }
}

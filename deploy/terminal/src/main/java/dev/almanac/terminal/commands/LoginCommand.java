package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.Console;
import dev.almanac.terminal.console.ExitCode;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.login.DeviceCode;
import dev.almanac.terminal.login.Login;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = "Signs you in: shows a code, which you confirm in any browser. ALMANAC_TOKEN goes before it.")
public final class LoginCommand implements Callable<Integer> {
    private static final String ISSUER = "ALMANAC_ISSUER";

    private final Surroundings surroundings;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "Who signs you in; else ALMANAC_ISSUER, else the one that the suite names.")
    private @Nullable String issuer;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "As this user, without being asked: only for a suite on your own machine.")
    private @Nullable String user;

    @Option(
            names = "--roles",
            paramLabel = "ROLES",
            description =
                    "With --user: customer, staff, manager or admin, or several with commas; ${DEFAULT-VALUE} if not said.")
    private String roles = "manager";

    public LoginCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = connection.session(surroundings).console();
        URI origin = connection.origin(surroundings);
        Login login = new Login(origin, surroundings.environment(), surroundings.clock());
        String named = issuer == null ? surroundings.variable(ISSUER) : issuer;
        if (user == null) {
            login.byDevice(named, code -> show(console, code));
        } else {
            login.asLocalUser(named, user, roles);
        }
        console.note("signed in at " + origin);
        return ExitCode.DONE.number();
    }

    private static void show(Console console, DeviceCode code) {
        console.note("Open " + code.completeAddress());
        console.note("and confirm the code " + code.userCode() + ", if it is the same there.");
        console.note("Waiting for at most " + Words.count(code.lifetime().toMinutes(), "minute") + ".");
    }
}

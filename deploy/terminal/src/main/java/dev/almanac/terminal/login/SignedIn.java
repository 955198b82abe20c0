package dev.almanac.terminal.login;

import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.api.TokenSource;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The token of the environment, or that of the file, renewed when it is over. */
public final class SignedIn implements TokenSource {
    private static final String TOKEN = "ALMANAC_TOKEN";

    private final String given;
    private final CredentialsFile file;
    private final URI origin;
    private final Clock clock;

    private SignedIn(String given, CredentialsFile file, URI origin, Clock clock) {
        this.given = given;
        this.file = file;
        this.origin = origin;
        this.clock = clock;
    }

    public static SignedIn at(URI origin, Map<String, String> environment, Clock clock) {
        return new SignedIn(
                environment.getOrDefault(TOKEN, "").strip(), CredentialsFile.in(environment), origin, clock);
    }

    /** One at a time: of two threads, the second finds what the first has renewed. */
    @Override
    public synchronized String token() {
        if (!given.isEmpty()) {
            return given;
        }
        Credentials kept = kept();
        return kept.isOverAt(clock.instant()) ? file.alone(this::renewed) : kept.accessToken();
    }

    /** Read again: another process may have renewed it while this one waited. */
    private String renewed() {
        Credentials kept = kept();
        if (!kept.isOverAt(clock.instant())) {
            return kept.accessToken();
        }
        Credentials renewed = new Renewal(new Form(), kept).at(clock.instant());
        file.keep(origin, renewed);
        return renewed.accessToken();
    }

    private Credentials kept() {
        return file.of(origin)
                .orElseThrow(() -> new NotSignedIn(
                        "you are not signed in at " + origin + ": run almanac login, or set " + TOKEN + " to a token"));
    }
}

package dev.almanac.terminal.login;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** Signs in and out at one host. */
public final class Login {
    private static final String CLIENT_ID = "almanac-terminal";

    private final Form form = new Form();
    private final CredentialsFile file;
    private final URI origin;
    private final Clock clock;

    public Login(URI origin, Map<String, String> environment, Clock clock) {
        this.file = CredentialsFile.in(environment);
        this.origin = origin;
        this.clock = clock;
    }

    /** Waits for a person with a browser. */
    public void byDevice(String issuerOrNone, Consumer<DeviceCode> shown) throws InterruptedException {
        Issuer issuer = Issuer.discovered(form, issuer(issuerOrNone));
        keep(new DeviceLogin(form, issuer, CLIENT_ID, clock).confirmed(shown));
    }

    /** Asks nobody; only the issuer of a suite on one's own machine lets that be. */
    public void asLocalUser(String issuerOrNone, String user, String roles) {
        keep(new LocalToken(form, issuer(issuerOrNone)).of(user, roles));
    }

    public boolean forget() {
        return file.alone(() -> file.forget(origin));
    }

    private String issuer(String named) {
        return named.isEmpty() ? Issuer.trustedBy(form, origin) : named;
    }

    private void keep(Credentials credentials) {
        file.alone(() -> {
            file.keep(origin, credentials);
            return credentials;
        });
    }
}

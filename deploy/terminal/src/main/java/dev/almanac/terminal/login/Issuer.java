package dev.almanac.terminal.login;

import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.login.Form.Answer;
import java.net.URI;
import java.util.Set;

/** Who gives out tokens, as it describes itself (OpenID Connect Discovery; RFC 8628, 4). */
public record Issuer(String name, URI tokenEndpoint, URI deviceEndpoint) {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The one that the suite trusts: it tells its page, which anybody may read. */
    static String trustedBy(Form form, URI origin) {
        Answer answer = form.get(below(origin.toString(), "/page/config.json"));
        String issuer = answer.word("issuer");
        if (answer.status() != 200 || issuer.isEmpty()) {
            throw new NotSignedIn(
                    origin + " does not say whose tokens it takes: name the issuer with --issuer or ALMANAC_ISSUER");
        }
        return issuer;
    }

    static Issuer discovered(Form form, String name) {
        if (!isSafe(URI.create(name))) {
            throw new NotSignedIn(name + " is neither https nor on this machine: tokens would be read on their way");
        }
        Answer answer = form.get(below(name, DISCOVERY));
        if (answer.status() != 200 || !answer.word("issuer").equals(name)) {
            throw new NotSignedIn(name + " does not describe itself at " + DISCOVERY);
        }
        return new Issuer(name, endpoint(answer, "token_endpoint"), endpoint(answer, "device_authorization_endpoint"));
    }

    private static URI endpoint(Answer answer, String field) {
        String address = answer.word(field);
        if (address.isEmpty() || !isSafe(URI.create(address))) {
            throw new NotSignedIn(
                    "this issuer signs no programs in: its description has no " + field + " that could be used");
        }
        return URI.create(address);
    }

    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
    }

    private static URI below(String base, String path) {
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}

package dev.almanac.local.story;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Those who use a suite, each of whom reads their own writes. */
final class Users {
    private final String front;
    private final String issuer;
    private final Map<String, Client> signedIn = new HashMap<>();

    Users(String front, String issuer) {
        this.front = front;
        this.issuer = issuer;
    }

    Client of(String user, String role) throws IOException, InterruptedException {
        Client known = signedIn.get(user);
        if (known == null) {
            known = new Client(front, issuer, user, role);
            signedIn.put(user, known);
        }
        return known;
    }
}

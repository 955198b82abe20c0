package dev.almanac.terminal.api;

/** There is no token, or none that can be renewed: a person has to sign in. */
public final class NotSignedIn extends RuntimeException {
    public NotSignedIn(String message) {
        super(message);
    }
}

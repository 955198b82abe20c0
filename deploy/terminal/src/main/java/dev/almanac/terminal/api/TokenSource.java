package dev.almanac.terminal.api;

/** Where the bearer token of a request comes from. */
@FunctionalInterface
public interface TokenSource {
    /**
     * A token that is good for a while.
     *
     * @throws NotSignedIn when there is none, and nobody to ask for one
     */
    String token();
}

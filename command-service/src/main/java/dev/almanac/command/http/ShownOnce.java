package dev.almanac.command.http;

/** An answer with a secret, which is never kept, not even for repeats of the request. */
public interface ShownOnce {
    Object withoutSecret();
}

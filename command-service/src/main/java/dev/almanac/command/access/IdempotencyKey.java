package dev.almanac.command.access;

/**
 * A caller's name for a request, by which a repeat of it is known.
 *
 * @param path where the request was sent to
 * @param requestHash of method, path and body, so that another request under the same key is told apart
 */
public record IdempotencyKey(String key, String path, String requestHash) {

    /** For one of several commands that a request leads to. */
    IdempotencyKey part(String name) {
        return new IdempotencyKey(key + "#" + name, path, requestHash);
    }
}

package dev.almanac.command.http;

/**
 * What a write comes to.
 *
 * @param version the subject's version after it, also the {@code ETag}
 * @param changeId the last change that it made
 * @param position that change's place in history, also {@code Change-Position}
 */
public record WriteAnswer(String id, long version, String changeId, long position) {}

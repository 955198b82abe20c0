package dev.almanac.query.access;

import java.time.Instant;

/** Beside whoever opened a stream without a bearer token: when the token is over that stood for them. */
public record StreamEnd(Instant at) {}

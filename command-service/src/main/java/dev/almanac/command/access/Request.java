package dev.almanac.command.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a command, when, and of which version they speak.
 *
 * @param expectedVersion the version that the caller has seen ({@code If-Match}), null when any will do
 * @param correlationId follows the request through changes and records
 */
public record Request(Caller caller, Instant at, @Nullable Long expectedVersion, String correlationId) {}

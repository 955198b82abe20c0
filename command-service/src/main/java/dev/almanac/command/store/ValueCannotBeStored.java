package dev.almanac.command.store;

import dev.almanac.command.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** PostgreSQL has no room for a value, or a row would contradict what every row keeps to. */
public record ValueCannotBeStored(@Nullable String field, String detail) implements Rejection.Invalid {}

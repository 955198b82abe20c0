package dev.almanac.command.store;

import dev.almanac.command.access.IdempotencyKey;
import dev.almanac.command.access.Request;
import dev.almanac.command.idempotency.Answer;
import java.util.function.Function;

/** Travels with a command whose request has a key: what is to be remembered of it. */
public record Idempotency(Request request, IdempotencyKey key, Function<Receipt, Answer> answer) {}

package dev.almanac.command.rejection;

import org.jspecify.annotations.Nullable;

/**
 * What a proposal is about has changed since: it was not applied.
 *
 * @param proposal what is proposed instead, with an id of its own; null where that was answered before
 */
public record ProposalIsOvertaken(String detail, @Nullable Object proposal) implements Rejection.Conflicting {}

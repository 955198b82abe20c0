package dev.almanac.command.changerequest.propose;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.events.changerequest.ChangeRequestChange;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keeps what was asked for and what would come of it.
 *
 * @param draft proposed, or not understood
 */
public record ProposeChange(
        @TargetAggregateIdentifier String changeRequestId, ChangeRequestChange draft, Request request)
        implements Command {}

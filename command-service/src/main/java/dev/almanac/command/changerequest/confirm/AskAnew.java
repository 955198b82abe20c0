package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.events.changerequest.ChangeRequestChange;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The same sentence once more, as things are now. */
public record AskAnew(@TargetAggregateIdentifier String changeRequestId, ChangeRequestChange draft, Request request)
        implements Command {}

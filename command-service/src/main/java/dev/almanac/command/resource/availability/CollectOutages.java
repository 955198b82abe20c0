package dev.almanac.command.resource.availability;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes down when a resource is out; nothing changes. */
public record CollectOutages(@TargetAggregateIdentifier String resourceId, Request request) implements Command {}

package dev.almanac.command.rule.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Patches;
import dev.almanac.command.rule.request.RuleRequest;
import dev.almanac.events.rule.RuleProfile;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/** Changes some of what a rule says; the rest stays as it is when the command is decided. */
public record PatchRule(@TargetAggregateIdentifier String ruleId, JsonNode patch, Request request) implements Command {
    /** A recurrence has one of several forms: a part of another one would not fit. */
    private static final Set<String> WHOLE = Set.of("recurrence");

    /** The replacement that it amounts to. */
    public UpdateRule onto(RuleProfile known, Patches patches) {
        return new UpdateRule(
                ruleId, patches.applied(patch, known, RuleRequest.class, WHOLE).draft(), request);
    }
}

package dev.almanac.events.changerequest;

import tools.jackson.databind.JsonNode;

/**
 * One command that a confirmation sends.
 *
 * @param subjectId of the rule, the event or one of its occurrences
 * @param version of the rule or the event when it was proposed: of another one it is proposed anew
 * @param body the body of the command, or the patch
 */
public record ProposedChange(
        SubjectKind subject, String subjectId, String name, ProposedAction action, long version, JsonNode body) {}

package dev.almanac.command.changerequest.interpret;

import dev.almanac.events.changerequest.SubjectKind;

/**
 * A rule or an event that a sentence may be about.
 *
 * @param subjectId of the rule, the event or one of its occurrences
 * @param recurring whether it happens more than once
 */
public record Candidate(SubjectKind kind, String subjectId, String name, boolean recurring) {}

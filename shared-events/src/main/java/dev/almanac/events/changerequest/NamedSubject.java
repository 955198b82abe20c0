package dev.almanac.events.changerequest;

/**
 * A rule or an event that a sentence may have meant.
 *
 * @param subjectId of the rule, the event or one of its occurrences
 * @param name the rule's name, the event's title
 */
public record NamedSubject(SubjectKind subject, String subjectId, String name) {}

package dev.almanac.events.changerequest;

/**
 * What a proposed change came to.
 *
 * @param changeId the last change that it made of its subject
 * @param version of the subject after it
 */
public record AppliedChange(SubjectKind subject, String subjectId, String changeId, long version) {}

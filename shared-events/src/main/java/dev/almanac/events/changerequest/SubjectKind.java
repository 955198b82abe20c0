package dev.almanac.events.changerequest;

/** What a change request may be about. */
public enum SubjectKind {
    RULE,
    EVENT
}

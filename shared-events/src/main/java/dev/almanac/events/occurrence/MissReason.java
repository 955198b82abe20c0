package dev.almanac.events.occurrence;

/** Why an occurrence was missed. */
public enum MissReason {
    /** Its time passed while nobody could say that it was due. */
    OVERDUE,
    /** It was due, and no worker ever reported on it. */
    NOT_REPORTED
}

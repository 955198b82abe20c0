package dev.almanac.query.changerequests;

/** How a change request stands. A proposal whose time is over stays PROPOSED: its {@code expiresAt} tells. */
public enum ChangeRequestStatus {
    PROPOSED,
    NOT_UNDERSTOOD,
    CONFIRMED,
    REJECTED,
    /** Its subject was changed before it was confirmed; another request asks for the same anew. */
    OVERTAKEN
}

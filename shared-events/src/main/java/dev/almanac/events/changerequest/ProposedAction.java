package dev.almanac.events.changerequest;

/** What a proposed change does; its body says the rest, as the endpoint of that name takes it. */
public enum ProposedAction {
    /** A merge patch (RFC 7396). */
    UPDATE,
    PAUSE,
    RESUME,
    DISABLE,
    RUN_NOW,
    /** Of an event, an occurrence or a planned run. */
    RESCHEDULE,
    CANCEL
}

package dev.almanac.events.feed;

/** Whether those who may see an entry are told what it is about. */
public enum EntryVisibility {
    PUBLIC,
    /** Others than its owner, managers too, are told when it is and nothing more. */
    PRIVATE
}

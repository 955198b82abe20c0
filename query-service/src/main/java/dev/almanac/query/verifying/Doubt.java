package dev.almanac.query.verifying;

/** Why a document that is not as expected need not be wrong. */
public enum Doubt {
    /** Runs and plans are dropped once they are old. */
    DROPPED_WHEN_OLD,
    /** There was more to read than time. */
    NOT_READ,
    /** The topic lacks changes of its subject: nobody can say what it should be, and a rebuild would lose more. */
    CHANGES_MISSING,
    /** A change of it can be taken by no projection, or held by no store. */
    SET_ASIDE,
    /** Its changes come from several partitions, in an order that nobody knows. */
    SEVERAL_PARTITIONS,
    /** It changed more often while it was compared than is kept in mind. */
    CHANGES_TOO_OFTEN,
    /** It was built by another version of its view, and is about to be built anew. */
    OTHER_VERSION
}

package dev.almanac.events.changerequest;

/** What somebody should know before they confirm, or why there is nothing to confirm. */
public record ChangeWarning(Code code, String text) {

    /** For programs. */
    public enum Code {
        /** No rule or event that the caller may change is named. */
        NOTHING_MATCHED,
        /** More than one rule or event is named. */
        TWO_MATCHED,
        /** No action is named that is known, or words are left over that may change what is meant. */
        NOT_UNDERSTOOD,
        /** More than one action is named. */
        TWO_ACTIONS,
        /** It is understood, and cannot be done so. */
        NOT_POSSIBLE,
        /** Words were passed over. */
        WORDS_IGNORED,
        /** A time of day that may be meant before or after noon. */
        AMBIGUOUS_TIME,
        /** A date that may be read in two ways. */
        AMBIGUOUS_DATE,
        /** A timetable that may be read in two ways. */
        AMBIGUOUS_DAYS,
        IN_THE_PAST,
        /** All is as it was asked for already. */
        NO_CHANGE,
        /** Other bookings are in the way. */
        CONFLICT,
        /** It would be refused as things are. */
        REFUSED,
        /** Within a year the clocks skip or repeat one of its times. */
        DST
    }
}

package dev.almanac.query.views;

import org.jspecify.annotations.Nullable;

/** Who beside managers may see the documents of a view; or instead of them. */
public sealed interface Audience {

    record Everybody() implements Audience {}

    record OnlyManagers() implements Audience {}

    /**
     * For those who may see the rule that a document names.
     *
     * @param ruleField where it names it
     */
    record ReadersOfItsRule(String ruleField) implements Audience {}

    /**
     * For the people whom a document names, and for those who may see the calendar that it names, if it names one.
     *
     * @param calendarField where it names it
     * @param peopleField where it names them
     */
    record ItsPeopleAndReadersOfItsCalendar(String calendarField, String peopleField) implements Audience {}

    /**
     * For the person whom a document names, and for admins; managers have no part in it.
     *
     * @param ownerField where it names them
     */
    record OnlyItsOwner(String ownerField) implements Audience {}

    /**
     * For whoever made it.
     *
     * @param authorField where a document names them
     */
    record ItsAuthor(String authorField) implements Audience {}

    /** The documents are calendars: for their owners, and whom they are shared with. */
    record HoldersOfTheCalendar() implements Audience {}

    /**
     * For those who may see the calendar that a document names. A document that names none is for everybody.
     *
     * @param calendarField where it names it
     * @param authorField where it names who made it, who may see it in any case; null where it does not
     */
    record ReadersOfItsCalendar(
            String calendarField, @Nullable String authorField) implements Audience {}
}

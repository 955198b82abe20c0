package dev.almanac.query.access;

import reactor.core.publisher.Mono;

/** Knows who created the tokens that open calendars as feeds. */
public interface FeedCreators {

    /**
     * Who created a token, and so whose rights it has.
     *
     * @param isManager whether it reads the calendar as a manager may, rather than by a share
     */
    record FeedCreator(String subject, boolean isManager) {}

    /** Empty where the calendar has no such token. */
    Mono<FeedCreator> of(String calendarId, String tokenHash);
}

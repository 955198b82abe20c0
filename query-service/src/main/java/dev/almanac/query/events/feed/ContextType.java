package dev.almanac.query.events.feed;

/** Whose events a feed shows: the caller's own calendars, those of a site, or the bookings of an asset. */
enum ContextType {
    MY,
    SITE,
    ASSET
}

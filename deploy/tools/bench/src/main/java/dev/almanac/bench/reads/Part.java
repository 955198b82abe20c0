package dev.almanac.bench.reads;

/** What can be measured by itself. */
enum Part {
    WINDOW,
    MONTH,
    DAY,
    FEED,
    AVAILABILITY,
    PDF,
    PROJECTION,
    SCALE
}

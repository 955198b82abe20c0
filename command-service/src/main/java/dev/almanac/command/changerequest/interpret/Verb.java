package dev.almanac.command.changerequest.interpret;

/** What a sentence wants done. */
enum Verb {
    MOVE,
    RUN,
    PAUSE,
    RESUME,
    DISABLE,
    SKIP,
    CANCEL
}

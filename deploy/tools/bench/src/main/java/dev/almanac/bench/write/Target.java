package dev.almanac.bench.write;

import java.time.Instant;

/** A way to book and to move events. */
interface Target extends AutoCloseable {

    /** Answers the id of the event. */
    String schedule(int number) throws Exception;

    void reschedule(String scheduleId, int number, Instant start) throws Exception;

    @Override
    void close();
}

package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox.Message;
import java.util.List;
import reactor.core.publisher.Flux;

/** Takes messages to one kind of receivers. */
public interface Carrier {

    /** What the names of its lanes begin with, before a colon, such as {@code webhook}. */
    String kind();

    /**
     * Tries the messages of one lane, those of one subject one after the other: behind one that fails none of its subject is
     * tried. What was not tried is not answered.
     *
     * @param due sorted as they came
     */
    Flux<Attempt> send(String lane, List<Message> due);

    /** After a day it is not tried any more. */
    default void givenUp(String lane, Attempt.Failed failed) {}
}

package dev.almanac.bench.reads;

import dev.almanac.bench.write.Clients;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is asked of both.
 *
 * @param service answers with how many bytes
 * @param postgres the same from tables, as JSON of the same rows
 * @param isPersonal whether who asks depends on what is asked: nobody may ask the same as often as a benchmark does
 */
record Question(Part part, String name, Bar bar, Asked service, Asked postgres, boolean isPersonal) {

    /** Which anybody may ask. */
    Question(Part part, String name, Bar bar, Asked service, Asked postgres) {
        this(part, name, bar, service, postgres, false);
    }

    /**
     * What was asked for.
     *
     * @param at99 of the 99th percentile
     * @param perSecond 0 for any
     */
    record Bar(Duration at99, int perSecond) {
        static Bar of(Duration at99) {
            return new Bar(at99, 0);
        }

        @Override
        public String toString() {
            return (perSecond == 0 ? "" : "%,d/s, ".formatted(perSecond)) + "%,d ms".formatted(at99.toMillis());
        }
    }

    /** Asks the question of that number: another number is another question. */
    @FunctionalInterface
    interface Asked {
        int ask(int number) throws Exception;
    }

    /** Whether the same is asked again and again, or another one each time, which no cache has answered lately. */
    enum Kind {
        DISTINCT,
        SAME;

        Clients.Work of(Asked asked, AtomicInteger next) {
            return switch (this) {
                case DISTINCT -> () -> asked.ask(next.getAndIncrement());
                case SAME -> () -> asked.ask(0);
            };
        }
    }
}

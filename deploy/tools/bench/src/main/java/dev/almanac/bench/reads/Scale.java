package dev.almanac.bench.reads;

/**
 * How much there is to be read. Each calendar has as many events in the month, however many calendars there are: the answer to a
 * question about one is as large.
 */
record Scale(int calendars, int rules) {
    static final Scale NOTHING = new Scale(0, 0);
    static final Scale USUAL = new Scale(100, 10_000);

    /** Of each calendar, in the month that is asked for. */
    static final int EVENTS = 500;

    private static final int TENTH = 10;

    Scale {
        if (calendars < 0 || rules < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
    }

    Scale tenth() {
        return new Scale(Math.max(1, calendars / TENTH), Math.max(1, rules / TENTH));
    }

    int events() {
        return calendars * EVENTS;
    }

    int conflicts() {
        return events() / Sample.CONFLICT_OF;
    }

    /** One for each calendar; each event needs one of them. */
    int resources() {
        return calendars;
    }

    @Override
    public String toString() {
        return "%,d calendars with %,d events each, %,d resources, %,d rules of %d runs a day"
                .formatted(calendars, EVENTS, resources(), rules, Sample.RUNS_A_DAY);
    }
}

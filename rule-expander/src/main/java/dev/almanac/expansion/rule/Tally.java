package dev.almanac.expansion.rule;

/**
 * How many occurrences of a rule had their time, and what became of them. What is missing to the first number is going
 * on.
 */
record Tally(long nominal, long succeeded, long failed, long missed, long skipped) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    long outcomes() {
        return succeeded + failed + missed + skipped;
    }

    Tally plus(Tally other) {
        return new Tally(
                nominal + other.nominal,
                succeeded + other.succeeded,
                failed + other.failed,
                missed + other.missed,
                skipped + other.skipped);
    }

    Tally minus(Tally other) {
        return plus(new Tally(-other.nominal, -other.succeeded, -other.failed, -other.missed, -other.skipped));
    }
}

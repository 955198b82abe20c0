package dev.almanac.query.projecting;

/** The store came back without the end of what it had acknowledged: what is missing is read from Kafka again. */
final class StoreHasLostWrites extends RuntimeException {
    StoreHasLostWrites(int generation) {
        super("the store has lost writes of generation " + generation);
    }
}

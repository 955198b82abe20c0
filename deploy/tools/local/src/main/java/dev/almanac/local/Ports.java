package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;

/** Where each part listens, on the loopback interface. */
public record Ports(
        int issuer,
        int commandService,
        int queryService,
        int conflictDetector,
        int ruleExpander,
        int kafka,
        int kafkaController,
        int mongodb,
        int postgres,
        int front) {
    static final int COUNT = 10;
    private static final int LAST_FIRST = 65_535 - COUNT;

    public static Ports usual() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 9092, 9093, 27017, 5432, 8000);
    }

    /** Ten ports in a row. */
    public static Ports from(int first) {
        if (first < 1024 || first > LAST_FIRST) {
            throw new StartFailure("--ports-from takes a number from 1024 to " + LAST_FIRST);
        }
        return new Ports(
                first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7, first + 8,
                first + 9);
    }

    /** Each as much higher. */
    Ports plus(int more) {
        if (Math.max(mongodb, Math.max(kafkaController, front)) + more > 65_535) {
            throw new StartFailure("--ports-from leaves no room for so many");
        }
        return new Ports(
                issuer + more,
                commandService + more,
                queryService + more,
                conflictDetector + more,
                ruleExpander + more,
                kafka + more,
                kafkaController + more,
                mongodb + more,
                postgres + more,
                front + more);
    }

    /** Ten in a row that nobody listens on; this process has them to itself, and no outgoing connection gets one of them. */
    public static Ports free() {
        return from(FreePorts.first());
    }
}

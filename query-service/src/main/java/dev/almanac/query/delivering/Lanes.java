package dev.almanac.query.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How this instance finds the lanes: which it works on, which fail, and which are others'. Safe for threads. */
final class Lanes {
    /** Whoever had nothing to fail with for so long is forgotten. */
    private static final int LANES_MAX = 50_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private record Failing(int failures, Instant notBefore) {}

    private final Set<String> busy = new HashSet<>();
    private final Map<String, Failing> failing = new HashMap<>();
    private final Map<String, Instant> resting = new HashMap<>();
    private final Map<String, Instant> leased = new HashMap<>();
    private final RandomGenerator random;

    Lanes(RandomGenerator random) {
        this.random = random;
    }

    /** From which nothing is to be taken now. */
    synchronized Set<String> closed(Instant now) {
        resting.values().removeIf(till -> !till.isAfter(now));
        Set<String> closed = failing.entrySet().stream()
                .filter(lane -> lane.getValue().notBefore().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        closed.addAll(busy);
        closed.addAll(resting.keySet());
        return closed;
    }

    /** Says whether nobody works on it yet. */
    synchronized boolean begin(String lane) {
        return busy.add(lane);
    }

    synchronized void end(String lane) {
        busy.remove(lane);
    }

    /** Nobody else works on it until then. */
    synchronized void leased(String lane, Instant till) {
        leased.put(lane, till);
    }

    /** Whether it stays ours for as long as that. */
    synchronized boolean isLeased(String lane, Instant till) {
        return leased.getOrDefault(lane, Instant.MIN).isAfter(till);
    }

    /** On which this instance works although nobody knows that for as long as that. */
    synchronized Set<String> expiring(Instant till) {
        leased.values().removeIf(end -> end.isBefore(till.minus(FORGOTTEN_AFTER)));
        return busy.stream().filter(lane -> !isLeased(lane, till)).collect(Collectors.toSet());
    }

    /** It is another's, or all that is due there waits for something that is not. */
    synchronized void rest(String lane, Instant till) {
        resting.put(lane, till);
    }

    synchronized void succeeded(String lane) {
        failing.remove(lane);
    }

    /** Of the receiver itself; answers when it is tried again. */
    synchronized Instant failed(String lane, Instant now) {
        if (failing.size() >= LANES_MAX) {
            failing.clear();
        }
        Failing before = failing.get(lane);
        if (before != null && before.notBefore().isAfter(now)) {
            // Of several that were tried at once.
            return before.notBefore();
        }
        int failures = before == null ? 1 : before.failures() + 1;
        Instant next = Backoff.next(now, failures, random);
        failing.put(lane, new Failing(failures, next));
        return next;
    }

    /** Then only one message is tried: whether the receiver is back. */
    synchronized boolean isFailing(String lane) {
        return failing.containsKey(lane);
    }
}

package dev.almanac.events.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Two claims that conflict, the smaller id first, so that a pair is one however it is met. */
public record Pair(String first, String second) implements Comparable<Pair> {

    public static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    @Override
    public int compareTo(Pair other) {
        int byFirst = first.compareTo(other.first);
        return byFirst == 0 ? second.compareTo(other.second) : byFirst;
    }

    /** Derived from lane and pair: a replay finds the same conflict. */
    public String conflictId(LaneId lane) {
        return UUID.nameUUIDFromBytes((lane.key() + "|" + first + "|" + second).getBytes(UTF_8))
                .toString();
    }
}

package dev.almanac.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted, and what was found to be wrong. */
public final class Verdict {
    private static final int NAMED_MAX = 50;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private int found;

    void count(String what, long many) {
        counts.merge(what, many, Long::sum);
    }

    void broken(String promise, String how) {
        found++;
        if (broken.size() < NAMED_MAX) {
            broken.add(promise + ": " + how);
        }
    }

    /** The first of them. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    public boolean isGood() {
        return found == 0;
    }

    public String text() {
        StringBuilder text = new StringBuilder("checked: ");
        counts.forEach(
                (what, many) -> text.append(many).append(' ').append(what).append(", "));
        text.append(found).append(" promises broken\n");
        broken.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }
}

package dev.almanac.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant by a name that is unknown. */
public final class Nearest {
    private Nearest() {}

    /** A known name of which at most half would have to change; the first of several by the alphabet. */
    public static Optional<String> to(String name, Collection<String> known) {
        int farthest = Math.max(2, name.length() / 2);
        LevenshteinDistance distance = new LevenshteinDistance(farthest);
        return known.stream()
                .map(candidate -> Map.entry(candidate, distance.apply(folded(candidate), folded(name))))
                .filter(candidate -> candidate.getValue() >= 0)
                .min(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}

package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.ledger.NameWords;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds which candidate a sentence names: by its whole name, or by words of it that mean nothing else. */
final class Subjects {
    private static final double LEAST = 0.3;
    private static final int LENGTH_LEAST = 3;
    private static final Comparator<Match> BY_FIT =
            Comparator.comparing(Match::whole).thenComparingInt(Match::words).reversed();

    private Subjects() {}

    /**
     * A candidate that the sentence names.
     *
     * @param whole whether all of its name stands there, in order
     * @param words how many words of the name stand there
     * @param coverage how much of its name that is, from 0 to 1
     * @param rest the sentence with {@link Scanner#NAME} in place of the name
     */
    record Match(Candidate candidate, boolean whole, int words, double coverage, String rest) {
        private boolean isAsGoodAs(Match other) {
            return whole == other.whole && words == other.words;
        }
    }

    /** Those that fit best: one, or several between which the sentence does not tell. */
    static List<Match> best(String folded, List<Candidate> candidates) {
        List<Match> all = candidates.stream()
                .flatMap(candidate -> match(folded, candidate).stream())
                .sorted(BY_FIT)
                .toList();
        return all.stream().filter(match -> match.isAsGoodAs(all.getFirst())).toList();
    }

    static Optional<Match> match(String folded, Candidate candidate) {
        List<String> name = NameWords.of(candidate.name());
        return name.isEmpty()
                ? Optional.empty()
                : whole(folded, candidate, name).or(() -> part(folded, candidate, name));
    }

    private static Optional<Match> whole(String folded, Candidate candidate, List<String> name) {
        Matcher found = inOrder(name).matcher(folded);
        return found.find()
                ? Optional.of(new Match(
                        candidate,
                        true,
                        name.size(),
                        1,
                        folded.substring(0, found.start()) + " " + Scanner.NAME + " " + folded.substring(found.end())))
                : Optional.empty();
    }

    private static Optional<Match> part(String folded, Candidate candidate, List<String> name) {
        Set<String> said = new LinkedHashSet<>(NameWords.inFolded(folded));
        List<String> shared = name.stream()
                .distinct()
                .filter(said::contains)
                .filter(Subjects::isTelling)
                .toList();
        double coverage = (double) shared.size() / name.size();
        return shared.isEmpty() || coverage < LEAST
                ? Optional.empty()
                : Optional.of(new Match(candidate, false, shared.size(), coverage, without(folded, shared)));
    }

    /** Words of the grammar tell no subjects apart. */
    private static boolean isTelling(String word) {
        return word.length() >= LENGTH_LEAST && !Vocabulary.FILLERS.contains(word) && !Scanner.knows(word);
    }

    private static String without(String folded, List<String> words) {
        String rest = folded;
        for (String word : words) {
            rest = inOrder(List.of(word)).matcher(rest).replaceFirst(" " + Scanner.NAME + " ");
        }
        return rest;
    }

    private static Pattern inOrder(List<String> words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])"
                + words.stream().map(Pattern::quote).collect(Collectors.joining("[^\\p{L}\\p{N}]+"))
                + "(?![\\p{L}\\p{N}])");
    }
}

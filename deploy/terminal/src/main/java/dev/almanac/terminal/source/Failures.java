package dev.almanac.terminal.source;

import dev.almanac.terminal.api.NotSignedIn;
import dev.almanac.terminal.api.Problem;
import dev.almanac.terminal.api.ProblemException;
import dev.almanac.terminal.api.Unreachable;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why something did not come about, in sentences. */
public final class Failures {
    private static final int NAMED_MAX = 5;
    private static final int FULL = 409;
    private static final int CHANGED_MEANWHILE = 412;

    private Failures() {}

    public static String sentence(RuntimeException failure, Command command) {
        return failure instanceof ProblemException refused
                ? String.join(" ", sentences(refused.problem(), Forecasting.zoneOf(command)))
                : sentence(failure);
    }

    public static String sentence(RuntimeException failure) {
        return switch (failure) {
            case ProblemException refused -> refused.problem().sentence();
            case Unreachable unreachable -> "Not reachable: " + unreachable.getMessage();
            case NotSignedIn nobody -> Objects.requireNonNullElse(nobody.getMessage(), "Nobody is signed in.");
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }

    /** Worth trying again later. */
    public static boolean passes(RuntimeException failure) {
        return failure instanceof Unreachable
                || (failure instanceof ProblemException refused
                        && refused.problem().status() >= 500);
    }

    /** A manager may insist. */
    public static boolean isFullness(RuntimeException failure) {
        return failure instanceof ProblemException refused
                && refused.problem().status() == FULL
                && !refused.problem().inTheWay().isEmpty();
    }

    static List<String> sentences(Problem problem, ZoneId zone) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                problem.status() == CHANGED_MEANWHILE
                        ? "Somebody has changed it meanwhile."
                        : problem.sentence() + ".");
        problem.errors().forEach((field, errors) -> sentences.add(field + ": " + String.join(", ", errors)));
        problem.inTheWay().stream()
                .limit(NAMED_MAX)
                .map(other -> "In the way: " + inTheWay(other, zone) + ".")
                .forEach(sentences::add);
        return sentences;
    }

    private static String inTheWay(Problem.InTheWay other, ZoneId zone) {
        String title = Objects.requireNonNullElse(other.title(), "something that you may not see");
        return other.start()
                .flatMap(start -> other.end().map(end -> title + ", " + Spoken.span(new TimeSlot(start, end), zone)))
                .orElse(title);
    }
}

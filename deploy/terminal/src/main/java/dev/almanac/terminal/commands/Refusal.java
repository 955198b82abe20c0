package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Problem;
import dev.almanac.terminal.api.Problem.InTheWay;
import dev.almanac.terminal.times.Clocks;
import java.util.ArrayList;
import java.util.List;

/** Why the API says no, in lines: the reason, the rule, and who is in the way. */
record Refusal(Problem problem, Clocks clocks) {
    private static final int NAMED_MAX = 10;

    String reason() {
        String rule = problem.rule();
        return rule == null ? problem.sentence() : problem.sentence() + " (" + rule + ")";
    }

    List<String> details() {
        List<String> lines = new ArrayList<>();
        problem.errors().forEach((field, messages) -> lines.add("  " + field + ": " + String.join("; ", messages)));
        problem.inTheWay().stream().limit(NAMED_MAX).map(this::line).forEach(lines::add);
        int others = problem.inTheWay().size() - NAMED_MAX;
        if (others > 0) {
            lines.add("  and " + others + " more");
        }
        return lines;
    }

    private String line(InTheWay other) {
        String title =
                other.title() == null || other.title().isEmpty() ? "an event that you may not see" : other.title();
        String when = other.start()
                .flatMap(start -> other.end().map(end -> " " + clocks.span(start, end) + " (" + clocks.zone() + ")"))
                .orElse("");
        return "  in the way: " + title + when;
    }
}

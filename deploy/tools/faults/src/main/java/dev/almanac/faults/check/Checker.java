package dev.almanac.faults.check;

import dev.almanac.faults.check.Shown.Slot;
import dev.almanac.faults.history.Entry;
import dev.almanac.faults.history.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what clients were told with what is on the topics, and that with what the views show. Knows nothing else. */
final class Checker {
    static final String VIEW_DIFFERS = "a view is not the fold of the log";
    static final String CONFLICTS_DIFFER = "conflicts are not those of brute force";
    static final String AUDIT = "the audit of the topics";
    static final String FAILED = "a fault did not go as it should";
    static final String SLOW = "a fault was not over in time";
    static final String REQUEST_FAILED = "a request failed although one instance was always there";
    /** Who puts changes onto topics to do harm. */
    static final Set<String> OURS = Set.of("/poison", "/faults");

    private final List<Entry> history;
    private final Verdict verdict = new Verdict();

    /** What is on the topics that the checker looks at. */
    record Log(List<Told> schedules, List<Told> rules, List<Told> occurrences, List<Told> conflicts) {
        Log {
            schedules = List.copyOf(schedules);
            rules = List.copyOf(rules);
            occurrences = List.copyOf(occurrences);
            conflicts = List.copyOf(conflicts);
        }
    }

    private Checker(List<Entry> history) {
        this.history = history;
    }

    static Verdict check(List<Entry> history, Log log, Shown shown, Duration recovery) {
        Checker checker = new Checker(history);
        Set<String> calendars = noted(history, "calendars");
        Writes.check(Attempts.of(history), log.schedules(), checker.verdict);
        Reads.check(history, checker.verdict);
        for (List<Told> topic : List.of(log.schedules(), log.rules(), log.occurrences(), log.conflicts())) {
            Numbering.check(topic, OURS, checker.verdict);
        }
        Runs.check(log.rules(), log.occurrences(), noted(history, "rules"), checker.till(), checker.verdict);
        checker.views(Booked.of(log.schedules(), calendars), shown, subjects(log.schedules()));
        checker.recoveries(recovery);
        checker.failures();
        return checker.verdict;
    }

    private void views(Booked booked, Shown shown, Set<String> subjects) {
        Map<String, Slot> slots = booked.slots();
        Set<String> all = new HashSet<>(slots.keySet());
        all.addAll(shown.events().keySet());
        for (String id : all) {
            if (!Objects.equals(slots.get(id), shown.events().get(id))) {
                verdict.broken(
                        VIEW_DIFFERS, "event " + id + " is " + shown.events().get(id) + " instead of " + slots.get(id));
            }
        }
        shown.wrong().forEach(document -> verdict.broken(VIEW_DIFFERS, "document " + document));
        Set<Shown.Pair> expected = booked.conflicts();
        Set<Shown.Pair> conflicts = shown.conflicts().stream()
                .filter(pair -> subjects.contains(pair.one()) || subjects.contains(pair.other()))
                .collect(Collectors.toSet());
        difference(expected, conflicts).forEach(pair -> verdict.broken(CONFLICTS_DIFFER, pair + " is missing"));
        difference(conflicts, expected).forEach(pair -> verdict.broken(CONFLICTS_DIFFER, pair + " is none"));
        verdict.count("events", slots.size());
        verdict.count("conflicts", expected.size());
    }

    /** Events that somebody has booked, whatever has become of them: what we have put onto topics to do harm may conflict as it likes. */
    private static Set<String> subjects(List<Told> schedules) {
        return schedules.stream()
                .filter(told -> !OURS.contains(told.source()))
                .map(Told::key)
                .collect(Collectors.toSet());
    }

    private static Set<Shown.Pair> difference(Set<Shown.Pair> some, Set<Shown.Pair> others) {
        Set<Shown.Pair> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private void recoveries(Duration most) {
        long ended = history.stream()
                .filter(entry -> entry.kind() == Kind.FAULT_ENDED)
                .count();
        List<Entry> recovered =
                history.stream().filter(entry -> entry.kind() == Kind.RECOVERED).toList();
        if (recovered.size() < ended) {
            verdict.broken(SLOW, (ended - recovered.size()) + " faults were never recovered from");
        }
        for (Entry entry : recovered) {
            double seconds = entry.body() == null
                    ? Double.MAX_VALUE
                    : entry.body().path("seconds").asDouble();
            if (seconds > most.toSeconds()) {
                verdict.broken(SLOW, entry.who() + ": %.1f s".formatted(seconds));
            }
        }
        history.stream()
                .filter(entry -> entry.kind() == Kind.FAULT_FAILED)
                .forEach(entry -> verdict.broken(FAILED, entry.who() + " " + entry.body()));
        verdict.count("recoveries", recovered.size());
    }

    /** While everything is restarted in turn, nobody notices but that a view may be behind, which is an answer by contract. */
    private void failures() {
        Map<Long, Entry> answers = Attempts.answers(history);
        boolean rolling = false;
        for (Entry entry : history) {
            if (entry.kind() == Kind.FAULT_BEGAN || entry.kind() == Kind.FAULT_ENDED) {
                rolling = entry.kind() == Kind.FAULT_BEGAN
                        && String.valueOf(entry.who()).startsWith("rolling");
            } else if (rolling && entry.kind() == Kind.ASKED) {
                verdict.count("requests during restarts in turn", 1);
                judge(entry, answers.get(entry.number()));
            }
        }
    }

    private void judge(Entry request, @Nullable Entry answer) {
        Integer status = answer == null ? null : answer.status();
        if (answer != null && Attempts.text(answer.body(), "type").endsWith(":view-behind")) {
            verdict.count("of them told that a view is behind", 1);
        } else if (answer == null || status == null || status >= 500) {
            verdict.broken(
                    REQUEST_FAILED,
                    request.method() + " " + request.path() + " (request " + request.number() + "): "
                            + (answer == null ? "no answer" : status + " " + answer.body()));
        }
    }

    private Instant till() {
        return history.stream()
                .filter(entry -> entry.kind() == Kind.NOTED && "load ended".equals(entry.who()))
                .map(Entry::at)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    static Set<String> noted(List<Entry> history, String what) {
        return history.stream()
                .filter(entry -> entry.kind() == Kind.NOTED && what.equals(entry.who()))
                .flatMap(entry -> entry.body() == null
                        ? Stream.of()
                        : entry.body().valueStream().map(value -> value.asString()))
                .collect(Collectors.toSet());
    }
}

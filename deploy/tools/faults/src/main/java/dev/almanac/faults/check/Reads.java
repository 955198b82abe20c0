package dev.almanac.faults.check;

import dev.almanac.faults.history.Entry;
import dev.almanac.faults.history.Entry.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever was told that a write is done sees it when they read: every event has one writer, who does one thing at a time. While
 * changes are missing on their topic, reads may be older: no service can know before it is told.
 */
final class Reads {
    static final String STALE = "a read does not show its reader's own write";
    private static final String EVENTS = "/schedules/";
    /** The fault whose harm no service can know of before it is told. */
    private static final String UNKNOWABLE = "gaps";

    /** What a writer knows of an event of theirs; nothing of the start where they cannot know. */
    private record Known(@Nullable Instant start) {}

    private final Map<Long, Entry> asked = new HashMap<>();
    private final Map<Long, Known> expected = new HashMap<>();
    private final Map<String, Known> events = new HashMap<>();
    private final Verdict verdict;
    private boolean changesAreMissing;

    private Reads(Verdict verdict) {
        this.verdict = verdict;
    }

    static void check(List<Entry> history, Verdict verdict) {
        Reads reads = new Reads(verdict);
        history.forEach(reads::take);
    }

    private void take(Entry entry) {
        if (String.valueOf(entry.who()).startsWith(UNKNOWABLE)) {
            changesAreMissing = entry.kind() != Kind.RECOVERED;
            expected.clear();
        }
        if (entry.kind() == Kind.ASKED) {
            asked.put(entry.number(), entry);
            event(entry).ifPresent(id -> {
                if (isRead(entry) && !changesAreMissing) {
                    Optional.ofNullable(events.get(id)).ifPresent(known -> expected.put(entry.number(), known));
                } else if (!isRead(entry)) {
                    events.put(id, new Known(null));
                }
            });
        } else if (entry.kind() == Kind.ANSWERED) {
            Entry question = asked.remove(entry.number());
            if (question != null && isRead(question)) {
                judge(question, entry);
            } else if (question != null && isGood(entry)) {
                learn(question, entry);
            }
        }
    }

    private void learn(Entry write, Entry answer) {
        String start = Attempts.text(write.body(), "newStartDateTime") + Attempts.text(write.body(), "startDateTime");
        String id = event(write).orElseGet(() -> Attempts.text(answer.body(), "id"));
        if (!start.isEmpty() && !id.isEmpty()) {
            events.put(id, new Known(Instant.parse(start)));
        }
    }

    private void judge(Entry read, Entry answer) {
        Known known = expected.remove(read.number());
        Instant start = known == null ? null : known.start();
        if (start == null || !(isGood(answer) || Integer.valueOf(404).equals(answer.status()))) {
            return;
        }
        verdict.count("reads of own writes", 1);
        String shown = Attempts.text(answer.body(), "startDateTime");
        if (!isGood(answer) || shown.isEmpty() || !Instant.parse(shown).equals(start)) {
            verdict.broken(
                    STALE,
                    "GET " + read.path() + " of " + read.who() + " (request " + read.number() + ") shows "
                            + (shown.isEmpty() ? answer.status() : shown) + " instead of " + start);
        }
    }

    private static Optional<String> event(Entry entry) {
        String path = String.valueOf(entry.path());
        return path.startsWith(EVENTS) && !path.startsWith(EVENTS + "rules") && !path.startsWith(EVENTS + "conflicts")
                ? Optional.of(path.substring(EVENTS.length()).replaceAll("[/?].*", ""))
                : Optional.empty();
    }

    private static boolean isRead(Entry entry) {
        return "GET".equals(entry.method());
    }

    private static boolean isGood(Entry answer) {
        Integer status = answer.status();
        return status != null && status >= 200 && status < 300;
    }
}

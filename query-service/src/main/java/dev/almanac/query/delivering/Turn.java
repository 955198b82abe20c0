package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a lane is tried now.
 *
 * @param tried sorted as they came
 * @param postponed what was due although one of its subject before it is not: due with that one now
 */
record Turn(List<Message> tried, List<Message> postponed, List<Instant> waitingTill) {
    private static final Duration REST_MAX = Duration.ofSeconds(5);

    static Turn of(List<Message> waiting, Instant now, int most) {
        Map<String, List<Message>> bySubject = waiting.stream()
                .sorted(Comparator.comparingLong(Message::order))
                .collect(Collectors.groupingBy(Message::subject, LinkedHashMap::new, Collectors.toList()));
        List<Message> tried = new ArrayList<>();
        List<Message> postponed = new ArrayList<>();
        List<Instant> heads = new ArrayList<>();
        for (List<Message> ofSubject : bySubject.values()) {
            Instant from = ofSubject.getFirst().dueAt();
            if (from.isAfter(now)) {
                heads.add(from);
            }
            for (Message message : ofSubject) {
                from = message.dueAt().isAfter(from) ? message.dueAt() : from;
                if (!from.isAfter(now)) {
                    tried.add(message);
                } else if (message.dueAt().isBefore(from)) {
                    postponed.add(message.behind(from));
                }
            }
        }
        return new Turn(
                tried.stream()
                        .sorted(Comparator.comparing(Message::createdAt).thenComparingLong(Message::order))
                        .limit(most)
                        .toList(),
                postponed,
                heads);
    }

    /** When it is worth looking again where nothing is tried. */
    Instant next(Instant now) {
        Instant latest = now.plus(REST_MAX);
        return waitingTill.stream()
                .min(Comparator.naturalOrder())
                .filter(latest::isAfter)
                .orElse(latest);
    }
}

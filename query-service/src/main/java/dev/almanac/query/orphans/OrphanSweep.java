package dev.almanac.query.orphans;

import dev.almanac.events.schedule.Companion;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.history.EventPast;
import dev.almanac.query.history.HistoryReads;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.query.orphans.OrphanReport.Outcome;
import dev.almanac.query.store.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/**
 * One sweep over all pairs. Those that the view has out of step are looked at once more a little later, and by what was
 * published of both: only what both say is reported.
 */
final class OrphanSweep {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 200;
    /** Of more, a report says that there are more. */
    static final int FINDINGS_MAX = 500;

    /** What changed more often is believed as the view has it. */
    private static final int CHANGES_OF_AN_EVENT_MAX = 5_000;
    /** A companion may be so long behind its primary. */
    private static final Duration APART_MAX = Duration.ofDays(30);

    private final Generation views;
    private final OrphanProperties properties;
    private final Clock clock;
    private final Instant startedAt;
    private int pairs;

    OrphanSweep(Generation views, OrphanProperties properties, Clock clock) {
        this.views = views;
        this.properties = properties;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    OrphanReport run() throws InterruptedException {
        List<String> suspects = new ArrayList<>();
        boolean whole = lookAtAll(suspects);
        List<Orphan> findings = new ArrayList<>();
        if (!suspects.isEmpty()) {
            Thread.sleep(properties.settlesWithin());
        }
        for (int from = 0; from < suspects.size(); from += PAGE) {
            findings.addAll(confirmed(suspects.subList(from, Math.min(from + PAGE, suspects.size()))));
        }
        return new OrphanReport(
                whole && findings.size() <= FINDINGS_MAX ? Outcome.FINISHED : Outcome.UNFINISHED,
                null,
                startedAt,
                clock.instant(),
                pairs,
                findings.size(),
                findings.stream().limit(FINDINGS_MAX).toList());
    }

    OrphanReport failed(Exception failure) {
        return new OrphanReport(
                Outcome.FAILED, failure.getClass().getSimpleName(), startedAt, clock.instant(), pairs, 0, List.of());
    }

    /** Says whether there was time for all, and room. */
    private boolean lookAtAll(List<String> suspects) {
        long startNanos = System.nanoTime();
        String last = "";
        List<ScheduleView> page;
        do {
            page = all(ScheduleReads.of(views).primaries(last, startedAt.minus(APART_MAX), PAGE));
            Map<String, ScheduleView> companions = companionsOf(page);
            for (ScheduleView primary : page) {
                pairs += primary.details().companions().size();
                last = primary.id();
                if (!Orphans.of(primary, companions, startedAt).isEmpty()) {
                    suspects.add(primary.id());
                }
            }
            if (suspects.size() > FINDINGS_MAX
                    || System.nanoTime() - startNanos > properties.takesAtMost().toNanos()) {
                return page.size() < PAGE;
            }
        } while (page.size() == PAGE);
        return true;
    }

    private List<Orphan> confirmed(List<String> suspects) {
        List<ScheduleView> primaries = all(ScheduleReads.of(views).byIds(suspects));
        Map<String, ScheduleView> companions = companionsOf(primaries);
        Map<String, ScheduleView> asPublished = new HashMap<>();
        List<Orphan> confirmed = new ArrayList<>();
        for (ScheduleView primary : primaries) {
            List<Orphan> shown = Orphans.of(primary, companions, startedAt);
            if (!shown.isEmpty()) {
                asPublished.clear();
                primary.details()
                        .companions()
                        .forEach(companion -> publish(companion.scheduleId(), asPublished, companions));
                publish(primary.id(), asPublished, Map.of(primary.id(), primary));
                ScheduleView published = asPublished.get(primary.id());
                Set<Orphan> said =
                        published == null ? Set.of() : new HashSet<>(Orphans.of(published, asPublished, startedAt));
                shown.stream().filter(said::contains).forEach(confirmed::add);
            }
        }
        return confirmed;
    }

    /** Puts there what its published changes come to. */
    private void publish(String scheduleId, Map<String, ScheduleView> asPublished, Map<String, ScheduleView> shown) {
        List<PublishedChange> changes = all(HistoryReads.of(views).inSequence(scheduleId, CHANGES_OF_AN_EVENT_MAX));
        if (changes.size() < CHANGES_OF_AN_EVENT_MAX) {
            EventPast.cameTo(scheduleId, changes).ifPresent(state -> asPublished.put(scheduleId, state));
        } else if (shown.containsKey(scheduleId)) {
            asPublished.put(scheduleId, shown.get(scheduleId));
        }
    }

    private Map<String, ScheduleView> companionsOf(List<ScheduleView> primaries) {
        Set<String> ids = primaries.stream()
                .flatMap(primary -> primary.details().companions().stream())
                .map(Companion::scheduleId)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : all(ScheduleReads.of(views).byIds(ids)).stream()
                        .collect(Collectors.toMap(ScheduleView::id, event -> event));
    }

    private static <T> List<T> all(Flux<T> asked) {
        return Objects.requireNonNull(asked.collectList().block(PATIENCE));
    }
}

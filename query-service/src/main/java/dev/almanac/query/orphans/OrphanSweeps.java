package dev.almanac.query.orphans;

import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.notifying.Announcer;
import dev.almanac.query.orphans.OrphanReport.Outcome;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Jobs;
import dev.almanac.query.store.Jobs.Job;
import dev.almanac.query.store.StoreFailures;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps at night and when somebody asks for it: one instance at a time, and all know what the last sweep found. */
@Component
public class OrphanSweeps {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweeps.class);
    private static final String JOB = "orphans";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);
    /** The clocks of instances do not ring at the same instant. */
    private static final Duration ONE_NIGHT = Duration.ofHours(1);

    private final Generations generations;
    private final Jobs jobs;
    private final Announcer announcer;
    private final OrphanProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final BackgroundJob job;
    private volatile @Nullable OrphanReport last;
    private volatile @Nullable Thread thread;

    OrphanSweeps(
            Generations generations,
            Jobs jobs,
            Announcer announcer,
            OrphanProperties properties,
            Clock clock,
            JsonMapper json,
            BackgroundJobs background) {
        this.generations = generations;
        this.jobs = jobs;
        this.announcer = announcer;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
        this.job = background.job(
                JOB,
                "Finds companions that are out of step with their primaries, and tells those whom it concerns",
                Schedule.cron(properties.cron(), properties.timeZone()),
                takesAtMost());
    }

    /**
     * What there is to say.
     *
     * @param runningSince null while none is under way
     * @param report of the last that came to an end; null before the first
     */
    public record LatestSweep(
            @Nullable Instant runningSince, @Nullable OrphanReport report) {}

    /** Begins one, unless one is under way; says whether it did. */
    public Mono<Boolean> begin() {
        Instant now = clock.instant();
        return begin(now, now);
    }

    @Scheduled(cron = "${almanac.orphans.cron}", zone = "${almanac.orphans.time-zone}")
    void beginAtNight() {
        Instant now = clock.instant();
        begin(now, now.minus(ONE_NIGHT))
                .subscribe(_ -> {}, failure -> LOG.warn("Nobody looks for orphans tonight: {}", failure.toString()));
    }

    private Mono<Boolean> begin(Instant now, Instant notSince) {
        String by = UUID.randomUUID().toString();
        return jobs.begin(JOB, by, now, now.plus(takesAtMost()), notSince)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(ours -> {
                    if (ours) {
                        start(by);
                    }
                });
    }

    /** Reading takes so long at most, and looking again and telling no longer. */
    private Duration takesAtMost() {
        return properties.takesAtMost().multipliedBy(2).plus(properties.settlesWithin());
    }

    private void start(String by) {
        thread = Thread.ofPlatform().daemon().name("orphans").start(() -> run(by));
    }

    private void run(String by) {
        BackgroundJob.Run running = job.begun();
        Generation views = generations.active();
        OrphanReport report = told(swept(new OrphanSweep(views, properties, clock)), views, by);
        LOG.info("Looked at {} companions: {} out of step, {}", report.pairs(), report.found(), report.outcome());
        if (report.outcome() == Outcome.FAILED) {
            running.failed(String.valueOf(report.failure()));
        } else {
            running.succeeded(report.outcome() + ", " + report.found() + " companions out of step");
        }
        // Broken off by the end of the service, it still says that it has ended, so that another may begin.
        Thread.interrupted();
        try {
            jobs.end(JOB, by, clock.instant(), json.writeValueAsString(report)).block(PATIENCE);
            last = report;
        } catch (RuntimeException failure) {
            if (!isOfTheStore(failure)) {
                throw failure;
            }
            LOG.warn("What a sweep has found cannot be kept: {}", failure.toString());
        }
    }

    private static OrphanReport swept(OrphanSweep sweep) {
        try {
            return sweep.run();
        } catch (InterruptedException stopped) {
            return sweep.failed(stopped);
        } catch (RuntimeException failure) {
            LOG.warn("Companions could not be looked at", failure);
            return sweep.failed(failure);
        }
    }

    /** Whoever was told today is not told again. */
    private OrphanReport told(OrphanReport report, Generation views, String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.timeZone());
        try {
            Map<String, LocalDate> before = toldBefore();
            List<Orphan> news = report.findings().stream()
                    .filter(orphan -> !today.equals(before.get(orphan.key())))
                    .toList();
            if (!news.isEmpty()) {
                announcer.tell(OrphanNews.of(news, views, by, today), by, OrphanNews.BY);
            }
            return report.withFindings(
                    report.findings().stream().map(orphan -> orphan.told(today)).toList());
        } catch (RuntimeException failure) {
            if (!isOfTheStore(failure) && !(failure instanceof KafkaException)) {
                throw failure;
            }
            LOG.warn("Nobody can be told of orphans: {}", failure.toString());
            return report;
        }
    }

    private Map<String, LocalDate> toldBefore() {
        OrphanReport report = jobs.read(JOB).mapNotNull(this::report).block(PATIENCE);
        return report == null
                ? Map.of()
                : report.findings().stream()
                        .filter(orphan -> orphan.toldOn() != null)
                        .collect(Collectors.toMap(Orphan::key, Orphan::toldOn, (one, _) -> one));
    }

    private static boolean isOfTheStore(RuntimeException failure) {
        return StoreFailures.isOfTheStore(failure) || failure instanceof IllegalStateException;
    }

    /** As all instances know it. */
    public Mono<LatestSweep> latest() {
        return jobs.read(JOB)
                .map(job -> new LatestSweep(job.isUnderWay(clock.instant()) ? job.begun() : null, report(job)))
                .defaultIfEmpty(new LatestSweep(null, null));
    }

    /** What other instances have found is told by this one's metrics, too. */
    @Scheduled(fixedDelayString = "PT30S")
    void learn() {
        jobs.read(JOB)
                .mapNotNull(this::report)
                .subscribe(
                        report -> last = report,
                        failure -> LOG.debug("What others have found is not known now", failure));
    }

    /** Null if there is none, or another version of the service has written it. */
    private @Nullable OrphanReport report(Job job) {
        String result = job.result();
        try {
            return result == null ? null : json.readValue(result, OrphanReport.class);
        } catch (JacksonException unreadable) {
            LOG.debug("What the last sweep has found cannot be read", unreadable);
            return null;
        }
    }

    /** The last that this instance has heard of and that came to a finding. */
    Optional<OrphanReport> lastFinding() {
        return Optional.ofNullable(last).filter(report -> report.outcome() != Outcome.FAILED);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(PATIENCE_AT_STOP);
        }
    }
}

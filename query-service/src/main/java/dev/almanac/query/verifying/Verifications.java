package dev.almanac.query.verifying;

import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Jobs;
import dev.almanac.query.store.Jobs.Job;
import dev.almanac.query.store.StoreFailures;
import dev.almanac.query.verifying.VerificationReport.Outcome;
import dev.almanac.query.verifying.VerificationReport.VerifiedView;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the views at night and when somebody asks for it: one instance at a time, and all know what the last one found. */
@Component
public class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final String JOB = "verification";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);
    /** The clocks of instances do not ring at the same instant. */
    private static final Duration ONE_NIGHT = Duration.ofHours(1);

    private final Generations generations;
    private final Consumers consumers;
    private final Jobs jobs;
    private final VerificationProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final BackgroundJob job;
    private volatile @Nullable VerificationReport last;
    private volatile @Nullable Thread thread;

    Verifications(
            Generations generations,
            Consumers consumers,
            Jobs jobs,
            VerificationProperties properties,
            Clock clock,
            JsonMapper json,
            BackgroundJobs background) {
        this.generations = generations;
        this.consumers = consumers;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
        this.job = background.job(
                JOB,
                "Compares documents of the views with what the topics say",
                Schedule.cron(properties.cron(), properties.timeZone()),
                Verification.takesAtMost(properties));
    }

    /**
     * What there is to say.
     *
     * @param runningSince null while none is under way
     * @param report of the last that came to an end; null before the first
     */
    public record LatestVerification(
            @Nullable Instant runningSince, @Nullable VerificationReport report) {}

    /** Begins one, unless one is under way; says whether it did. */
    public Mono<Boolean> begin(@Nullable Long seed) {
        Instant now = clock.instant();
        return begin(seed == null ? now.toEpochMilli() : seed, now, now);
    }

    @Scheduled(cron = "${almanac.verification.cron}", zone = "${almanac.verification.time-zone}")
    void beginAtNight() {
        Instant now = clock.instant();
        begin(now.toEpochMilli(), now, now.minus(ONE_NIGHT))
                .subscribe(_ -> {}, failure -> LOG.warn("The views are not verified tonight: {}", failure.toString()));
    }

    private Mono<Boolean> begin(long seed, Instant now, Instant notSince) {
        String by = UUID.randomUUID().toString();
        return jobs.begin(JOB, by, now, now.plus(Verification.takesAtMost(properties)), notSince)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(ours -> {
                    if (ours) {
                        start(by, seed);
                    }
                });
    }

    /** It may take minutes, and ends with the service. */
    private void start(String by, long seed) {
        Verification verification = new Verification(generations, consumers, properties, clock, seed);
        thread = Thread.ofPlatform().daemon().name("verification").start(() -> run(verification, by));
    }

    private void run(Verification verification, String by) {
        BackgroundJob.Run running = job.begun();
        VerificationReport report = result(verification);
        if (report.outcome() == Outcome.FAILED) {
            running.failed(String.valueOf(report.failure()));
        } else {
            running.succeeded(report.outcome() + ", "
                    + report.views().stream().mapToInt(VerifiedView::different).sum() + " documents differ");
        }
        tell(report);
        // Broken off by the end of the service, it still says that it has ended, so that another may begin.
        Thread.interrupted();
        try {
            jobs.end(JOB, by, clock.instant(), json.writeValueAsString(report)).block(PATIENCE);
            last = report;
        } catch (RuntimeException failure) {
            if (!StoreFailures.isOfTheStore(failure) && !(failure instanceof IllegalStateException)) {
                throw failure;
            }
            LOG.warn("What a verification has found cannot be kept: {}", failure.toString());
        }
    }

    private static VerificationReport result(Verification verification) {
        try {
            return verification.run();
        } catch (RuntimeException failure) {
            LOG.warn("The views could not be verified", failure);
            return verification.failed(failure);
        }
    }

    /** How many and where, and nothing of what stands there. */
    private static void tell(VerificationReport report) {
        Map<String, Integer> different = new TreeMap<>(report.views().stream()
                .filter(view -> view.different() > 0)
                .collect(Collectors.toMap(VerifiedView::name, VerifiedView::different)));
        int compared = report.views().stream().mapToInt(VerifiedView::compared).sum();
        if (different.isEmpty()) {
            LOG.info("Verified {} documents: {}", compared, report.outcome());
        } else {
            LOG.error("Verified {} documents, of which some are not as the topics say: {}", compared, different);
        }
    }

    /** As all instances know it. */
    public Mono<LatestVerification> latest() {
        return jobs.read(JOB)
                .map(job -> new LatestVerification(job.isUnderWay(clock.instant()) ? job.begun() : null, report(job)))
                .defaultIfEmpty(new LatestVerification(null, null));
    }

    /** What other instances have found is told by this one, too. */
    @Scheduled(fixedDelayString = "PT30S")
    void learn() {
        jobs.read(JOB)
                .mapNotNull(this::report)
                .subscribe(
                        report -> last = report,
                        failure -> LOG.debug("What others have verified is not known now", failure));
    }

    /** Null if there is none, or another version of the service has written it. */
    private @Nullable VerificationReport report(Job job) {
        String result = job.result();
        try {
            return result == null ? null : json.readValue(result, VerificationReport.class);
        } catch (JacksonException unreadable) {
            LOG.debug("What the last verification has found cannot be read", unreadable);
            return null;
        }
    }

    /** The last that this instance has heard of and that came to a finding. */
    public Optional<VerificationReport> lastFinding() {
        return Optional.ofNullable(last).filter(report -> report.outcome() == Outcome.FINISHED);
    }

    /** In how many documents of the view, by name, the last one has found differences. */
    public Map<String, Integer> differences() {
        return lastFinding().map(VerificationReport::views).orElse(List.of()).stream()
                .filter(view -> view.different() > 0)
                .collect(Collectors.toMap(VerifiedView::name, VerifiedView::different));
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

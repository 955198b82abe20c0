package dev.almanac.command.idempotency;

import dev.almanac.command.access.IdempotencyKey;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The answers of the last day by caller and key; every call joins the transaction that is under way. */
@Component
public class Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String FORGOTTEN_EVERY = "PT10M";
    /** Bounds the transaction; what is left goes in the next round. */
    private static final int FORGOTTEN_AT_ONCE_MAX = 10_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final BackgroundJob job;

    Answers(JdbcTemplate jdbc, Clock clock, BackgroundJobs jobs) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.job = jobs.job(
                "answer-retention",
                "Forgets answers under idempotency keys after a day",
                Schedule.every("PT0S", FORGOTTEN_EVERY),
                Duration.ofMinutes(5));
    }

    private record Kept(String requestHash, Answer answer) {}

    /**
     * Until the transaction ends, whoever comes with the same key waits.
     *
     * @return why the request is refused; empty when it is the first under its key
     * @throws AnsweredBefore when it is a repeat
     */
    public Optional<Rejection> refusalOfRepeat(Request request, IdempotencyKey key) {
        String lock = request.caller().subject() + "\n" + key.key();
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 1))", _ -> {}, lock);
        return find(request, key).map(kept -> {
            if (kept.requestHash().equals(key.requestHash())) {
                throw new AnsweredBefore(kept.answer());
            }
            return new IdempotencyKeyWasUsedOtherwise();
        });
    }

    private Optional<Kept> find(Request request, IdempotencyKey key) {
        List<Kept> found = jdbc.query(
                """
                select request_hash, status, etag, location, change_position, body from idempotent_answer
                where subject = ? and key = ? and answered_at > ?""",
                (row, _) -> new Kept(
                        row.getString(1),
                        new Answer(
                                row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6))),
                request.caller().subject(),
                key.key(),
                oldest(request.at()));
        return found.stream().findFirst();
    }

    /** The first answer of the last day stays. */
    public void keep(Request request, IdempotencyKey key, Answer answer) {
        jdbc.update(
                """
                insert into idempotent_answer as kept (subject, key, request_hash, status, etag, location,
                  change_position, body, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (subject, key) do update set request_hash = excluded.request_hash,
                  status = excluded.status, etag = excluded.etag, location = excluded.location,
                  change_position = excluded.change_position, body = excluded.body,
                  answered_at = excluded.answered_at
                where kept.answered_at <= ?""",
                request.caller().subject(),
                key.key(),
                key.requestHash(),
                answer.status(),
                answer.etag(),
                answer.location(),
                answer.changePosition(),
                answer.body(),
                utc(request.at()),
                oldest(request.at()));
    }

    @Scheduled(fixedDelayString = FORGOTTEN_EVERY)
    void look() {
        job.start(this::forgetOld);
    }

    void forgetOld() {
        jdbc.update(
                "delete from idempotent_answer where ctid = any(array("
                        + "select ctid from idempotent_answer where answered_at <= ? limit ?))",
                oldest(clock.instant()),
                FORGOTTEN_AT_ONCE_MAX);
    }

    private static OffsetDateTime oldest(Instant now) {
        return utc(now.minus(KEPT));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

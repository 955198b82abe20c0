package dev.almanac.command.webhook;

import dev.almanac.command.rejection.Rejection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which webhooks there are, and whose: kept in the transaction that appends their changes. */
@Component
class WebhookLedger {
    /** Each change is sent to each: who needs more, distributes what one of them receives. */
    static final int OF_ONE_MAX = 20;

    private final JdbcTemplate jdbc;

    WebhookLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String webhookId, String owner) {
        jdbc.update(
                "insert into webhook (webhook_id, owner) values (?, ?) on conflict (webhook_id) do nothing",
                webhookId,
                owner);
    }

    void forget(String webhookId) {
        jdbc.update("delete from webhook where webhook_id = ?", webhookId);
    }

    /** Whoever subscribes two at once waits here for the first to be counted. */
    Optional<Rejection> refusalOfOneMore(String owner) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> {}, "webhooks of " + owner);
        Integer kept = jdbc.queryForObject("select count(*) from webhook where owner = ?", Integer.class, owner);
        return kept != null && kept >= OF_ONE_MAX
                ? Optional.of(new UserHasTooManyWebhooks(OF_ONE_MAX))
                : Optional.empty();
    }
}

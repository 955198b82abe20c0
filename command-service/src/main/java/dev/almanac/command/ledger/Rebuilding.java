package dev.almanac.command.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Collects the claims that there should be beside those that there are, and puts right what differs. All of it happens in
 * one transaction, while bookings wait.
 */
@Component
public class Rebuilding {
    private static final String REBUILT =
            "create temporary table claim_rebuilt (like slot_claim including indexes) on commit drop";
    private static final String SAME = " on live.claim_id = wanted.claim_id and live.* is not distinct from wanted.*";
    private final JdbcTemplate jdbc;
    private final LedgerTables tables;

    Rebuilding(JdbcTemplate jdbc, LedgerTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** How the ledger differed from what the changes say. */
    public record Difference(long claims, int missing, int surplus) {
        public boolean isNone() {
            return missing + surplus == 0;
        }
    }

    public void begin() {
        jdbc.execute("lock table lane, slot_claim in exclusive mode");
        jdbc.execute(REBUILT);
    }

    /** For a look at one moment, in a transaction that sees no other: nobody waits, and nothing is put right. */
    public void beginLooking() {
        jdbc.execute(REBUILT);
    }

    public void add(List<Claim> claims) {
        tables.put("claim_rebuilt", claims);
    }

    public Difference look() {
        int surplus = count("slot_claim live left join claim_rebuilt wanted" + SAME + " where wanted.claim_id is null");
        int missing = count("claim_rebuilt wanted left join slot_claim live" + SAME + " where live.claim_id is null");
        return new Difference(count("slot_claim"), missing, surplus);
    }

    private int count(String from) {
        Integer count = jdbc.queryForObject("select count(*) from " + from, Integer.class);
        return count == null ? 0 : count;
    }

    public Difference finish() {
        int surplus = jdbc.update("delete from slot_claim where claim_id in (select live.claim_id from slot_claim live"
                + " left join claim_rebuilt wanted" + SAME + " where wanted.claim_id is null)");
        int missing = jdbc.update("insert into slot_claim select wanted.* from claim_rebuilt wanted"
                + " left join slot_claim live" + SAME + " where live.claim_id is null");
        Long claims = jdbc.queryForObject("select count(*) from slot_claim", Long.class);
        return new Difference(claims == null ? 0 : claims, missing, surplus);
    }
}

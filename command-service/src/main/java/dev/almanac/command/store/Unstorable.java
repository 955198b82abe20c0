package dev.almanac.command.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells what the data is to blame for from what the store is: PostgreSQL answered, and said that it has no place for a
 * value. Whoever sent it must change it; trying again helps nobody.
 */
public final class Unstorable {
    /** By constraint, index or column: what a request calls it. */
    private static final Map<String, String> FIELDS = Map.of(
            "slot_claim_check", "endDateTime",
            "event_title_lower", "title",
            "event_title_pair", "title",
            "title", "title");

    private static final int CAUSES_MAX = 20;

    private Unstorable() {}

    public static Optional<ValueCannotBeStored> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof SQLException sql && isOfTheData(sql.getSQLState())) {
                return Optional.of(refusal(sql));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Data exceptions, constraints and limits of the program, such as the size of an entry in an index. */
    private static boolean isOfTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private static ValueCannotBeStored refusal(SQLException failure) {
        ServerErrorMessage said = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String constraint = said == null ? null : said.getConstraint();
        String column = said == null ? null : said.getColumn();
        String field = field(constraint).or(() -> field(column)).orElse(null);
        return new ValueCannotBeStored(
                field,
                field == null
                        ? "A value of the request cannot be stored: a text has a character that the store does not take,"
                                + " or a value is out of its range"
                        : "The value of " + field + " cannot be stored: it is too long or out of its range");
    }

    private static Optional<String> field(@Nullable String name) {
        return Optional.ofNullable(name).map(FIELDS::get);
    }
}

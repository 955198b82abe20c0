package dev.almanac.command.ledger;

/**
 * A rule as the ledger knows it.
 *
 * @param queue a calendar's id, or a name
 */
public record RuleRow(String ruleId, String owner, Status status, String queue) {
    /** How a rule is kept; a pause that ends by itself stays a pause here. */
    public enum Status {
        ACTIVE,
        PAUSED,
        /** Resume-all ends it. */
        PAUSED_WITH_ALL,
        DISABLED,
        /** Its runs may still be reported on. */
        DELETED
    }
}

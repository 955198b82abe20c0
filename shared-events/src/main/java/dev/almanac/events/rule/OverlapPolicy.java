package dev.almanac.events.rule;

/** What becomes of an occurrence that is due while as many runs are going as the rule admits. */
public enum OverlapPolicy {
    /** It runs beside them. */
    ALLOW,
    /** It is skipped. */
    SKIP,
    /** It waits until a run ends, unless another one waits already. */
    BUFFER_ONE,
    /** It waits until a run ends. */
    BUFFER_ALL;

    /** More than these do not wait, whatever the policy. */
    public static final int WAITING_MAX = 100;

    /** How many may wait at once. */
    public int room() {
        return switch (this) {
            case ALLOW, SKIP -> 0;
            case BUFFER_ONE -> 1;
            case BUFFER_ALL -> WAITING_MAX;
        };
    }
}

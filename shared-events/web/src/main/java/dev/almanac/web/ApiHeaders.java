package dev.almanac.web;

/** Headers of this API beyond those of HTTP. */
public final class ApiHeaders {
    /** Of a write: its place in history. */
    public static final String CHANGE_POSITION = "Change-Position";

    /** Of a read: answered only once the views have passed that place. */
    public static final String AFTER_POSITION = "After-Position";

    /** Of a read: every change up to that place is in what was read. */
    public static final String VIEW_POSITION = "View-Position";

    /** Of a read: for how many seconds the views have been behind what was published, where it is more than a few. */
    public static final String VIEW_LAG = "View-Lag";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** RFC 7240. */
    public static final String PREFER = "Prefer";

    public static final String PREFERENCE_APPLIED = "Preference-Applied";

    /** Which local times of the request the clocks skip or show twice, and what was taken for them. */
    public static final String ADJUSTED_TIMES = "Adjusted-Times";

    private ApiHeaders() {}
}

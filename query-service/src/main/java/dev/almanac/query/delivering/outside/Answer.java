package dev.almanac.query.delivering.outside;

/**
 * How somebody outside answered.
 *
 * @param status of HTTP; 0 where there was no answer
 * @param why in words
 */
public record Answer(int status, String why) {
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int REFUSED = 400;
    private static final int GONE = 410;
    private static final int OVERRUN = 429;
    private static final int FAILED = 500;

    static Answer none(String why) {
        return new Answer(0, why);
    }

    public boolean isSuccess() {
        return status >= OK && status < REDIRECTED;
    }

    public boolean isGone() {
        return status == GONE;
    }

    /** Who is away, overrun or elsewhere takes nothing else either; who refuses may mean this one thing. */
    public boolean isOfReceiver() {
        return status < REFUSED || status == OVERRUN || status >= FAILED;
    }
}

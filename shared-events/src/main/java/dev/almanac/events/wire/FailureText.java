package dev.almanac.events.wire;

/** What went wrong, in one line: a failure that repeats fills no disk, and one that quotes half a megabyte no line. */
public final class FailureText {
    private static final int LENGTH_MAX = 300;
    private static final int CAUSES_MAX = 5;

    private FailureText() {}

    public static String of(Throwable failure) {
        StringBuilder line = new StringBuilder();
        Throwable next = failure;
        for (int i = 0; i < CAUSES_MAX && next != null; i++) {
            line.append(i == 0 ? "" : " <- ")
                    .append(shortened(next.toString().lines().findFirst().orElse("")));
            next = next.getCause();
        }
        return line.toString();
    }

    private static String shortened(String message) {
        return message.substring(0, Math.min(message.length(), LENGTH_MAX));
    }
}

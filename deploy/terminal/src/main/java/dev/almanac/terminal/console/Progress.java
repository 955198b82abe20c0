package dev.almanac.terminal.console;

import java.io.PrintStream;

/** How far long work is, in one line that is drawn over; nothing where nobody watches. */
public final class Progress implements AutoCloseable {
    private static final int BAR = 30;
    private static final String CLEARED = "\r\u001b[K";

    private final PrintStream err;
    private final boolean watched;
    private final String what;
    private final long all;
    private long done;
    private int drawn = -1;

    /** Over so many steps, or bytes. */
    public Progress(Surroundings surroundings, String what, long all) {
        this.err = surroundings.err();
        this.watched = surroundings.errIsTerminal() && all > 0;
        this.what = what;
        this.all = all;
    }

    public synchronized void advance(long more) {
        done = Math.min(all, done + more);
        draw();
    }

    /** For work that begins again. */
    public synchronized void restart() {
        done = 0;
        draw();
    }

    private void draw() {
        if (!watched) {
            return;
        }
        int percent = (int) (100 * done / all);
        if (percent != drawn) {
            drawn = percent;
            int filled = BAR * percent / 100;
            err.print("\r" + what + "  " + "#".repeat(filled) + ".".repeat(BAR - filled) + "  " + percent + " %");
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (watched && drawn >= 0) {
            err.print(CLEARED);
            err.flush();
        }
    }
}

package dev.almanac.local.demo;

import java.io.PrintStream;

/** How far a chapter is: a line that grows where somebody looks on, and one at its end where it goes to a file. */
final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean watched;

    Progress(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    void tell(String what, int done, int of) {
        if (watched) {
            out.print("\r" + line(what, done, of));
        }
        if (done == of) {
            out.println(watched ? "" : line(what, done, of));
        }
        out.flush();
    }

    private static String line(String what, int done, int of) {
        int full = of == 0 ? WIDTH : WIDTH * done / of;
        return "demo  %s%s  %3d of %3d %s".formatted("#".repeat(full), ".".repeat(WIDTH - full), done, of, what);
    }
}

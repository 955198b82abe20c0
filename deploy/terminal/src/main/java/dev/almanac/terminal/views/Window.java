package dev.almanac.terminal.views;

/**
 * The rows of something longer than the place for it.
 *
 * @param first row that is shown
 * @param count how many are shown
 */
record Window(int first, int count) {

    /** What has the focus lies in the middle where there is more above and below. */
    static Window around(int focus, int all, int room) {
        int shown = Math.min(all, Math.max(0, room));
        int first = Math.clamp((long) focus - shown / 2, 0, Math.max(0, all - shown));
        return new Window(first, shown);
    }

    int end() {
        return first + count;
    }
}

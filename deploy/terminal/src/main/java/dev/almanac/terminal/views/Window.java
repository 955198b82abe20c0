package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Place;

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

    /** Moved no farther than it takes to show what has the focus; around it where nothing was shown before. */
    static Window from(int top, int focus, int all, int room) {
        if (top == Place.ANYWHERE) {
            return around(focus, all, room);
        }
        int shown = Math.min(all, Math.max(0, room));
        int first = Math.min(Math.max(top, focus - shown + 1), focus);
        return new Window(Math.clamp(first, 0, Math.max(0, all - shown)), shown);
    }

    int end() {
        return first + count;
    }
}

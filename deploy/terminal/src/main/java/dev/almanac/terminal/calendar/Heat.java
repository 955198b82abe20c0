package dev.almanac.terminal.calendar;

/** How full a day is beside the fullest of its month. */
public enum Heat {
    NONE,
    LITTLE,
    SOME,
    MUCH,
    MOST;

    public static Heat of(long count, long most) {
        if (count <= 0 || most <= 0) {
            return NONE;
        }
        long quarter = Math.min(4, (4 * count + most - 1) / most);
        return values()[(int) quarter];
    }
}

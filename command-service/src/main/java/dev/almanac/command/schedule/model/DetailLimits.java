package dev.almanac.command.schedule.model;

/** How long texts may be, in characters, however an event comes to us. */
public final class DetailLimits {
    public static final int EVENT_ID_MAX = 512;
    public static final int TITLE_MAX = 512;
    public static final int DESCRIPTION_MAX = 4000;
    public static final int LOCATION_MAX = 512;
    public static final int CATEGORY_MAX = 64;
    public static final int TAGS_MAX = 50;
    public static final int TAG_MAX = 64;

    private DetailLimits() {}
}

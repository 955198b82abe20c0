package dev.almanac.query.titles;

/**
 * What an event is called.
 *
 * @param shown the title as this version of the view writes it
 */
public record TitleView(String scheduleId, String shown) {}

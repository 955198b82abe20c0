package dev.almanac.query.fallback;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether calendar views are answered.
 *
 * @param enabled false where lists say what takes place
 */
@ConfigurationProperties("almanac.calendar-views")
public record CalendarViewsProperties(boolean enabled) {}

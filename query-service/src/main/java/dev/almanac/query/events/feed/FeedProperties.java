package dev.almanac.query.events.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a range the feed shows.
 *
 * @param daysMax of calendars
 * @param assetDaysMax of what was done with one asset
 */
@ConfigurationProperties("almanac.feed")
record FeedProperties(int daysMax, int assetDaysMax) {
    /** Beyond this, the lanes of weeks that are searched would be too many. */
    private static final int DAYS_MOST = 366;

    FeedProperties {
        if (Math.min(daysMax, assetDaysMax) < 1 || Math.max(daysMax, assetDaysMax) > DAYS_MOST) {
            throw new IllegalArgumentException("almanac.feed: days-max and asset-days-max are from 1 to " + DAYS_MOST);
        }
    }

    int daysMax(boolean ofAsset) {
        return ofAsset ? assetDaysMax : daysMax;
    }
}

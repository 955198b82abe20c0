/** What providers of other teams show on calendars: entries that are not booked here, with their attachments. */
@NullMarked
package dev.almanac.events.feed;

import org.jspecify.annotations.NullMarked;

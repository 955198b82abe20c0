/** What somebody has been told: their inbox. */
@NullMarked
package dev.almanac.query.notifications;

import org.jspecify.annotations.NullMarked;

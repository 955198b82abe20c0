/** Reading one's own writes: how far the command-service has published, and how far the views have come. */
@NullMarked
package dev.almanac.query.position;

import org.jspecify.annotations.NullMarked;

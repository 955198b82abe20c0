/** What the query-service knows of conflicts, as whoever asks may see it. */
@NullMarked
package dev.almanac.command.conflict.views;

import org.jspecify.annotations.NullMarked;

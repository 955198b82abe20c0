/** Running the topology: configuration, health, unreadable records. */
@NullMarked
package dev.almanac.expansion.streams;

import org.jspecify.annotations.NullMarked;

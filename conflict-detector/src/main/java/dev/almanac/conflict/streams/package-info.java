/** Running the topology: configuration, health, unreadable records. */
@NullMarked
package dev.almanac.conflict.streams;

import org.jspecify.annotations.NullMarked;

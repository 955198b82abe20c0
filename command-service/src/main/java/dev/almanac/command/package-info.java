/** Decides and records every scheduling change, and publishes it to Kafka. */
@NullMarked
package dev.almanac.command;

import org.jspecify.annotations.NullMarked;

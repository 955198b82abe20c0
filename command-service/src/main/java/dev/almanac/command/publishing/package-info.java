/** Publishes the event store to Kafka, in order and without loss. */
@NullMarked
package dev.almanac.command.publishing;

import org.jspecify.annotations.NullMarked;

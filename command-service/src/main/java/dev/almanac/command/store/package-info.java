/** The event store: Axon on PostgreSQL, with the changes' published names as event types. */
@NullMarked
package dev.almanac.command.store;

import org.jspecify.annotations.NullMarked;

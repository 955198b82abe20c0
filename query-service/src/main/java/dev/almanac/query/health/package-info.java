/** Readiness: Kafka, MongoDB and the projectors. */
@NullMarked
package dev.almanac.query.health;

import org.jspecify.annotations.NullMarked;

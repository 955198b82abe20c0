/** Consumers that follow topics outside of any group. */
@NullMarked
package dev.almanac.query.kafka;

import org.jspecify.annotations.NullMarked;

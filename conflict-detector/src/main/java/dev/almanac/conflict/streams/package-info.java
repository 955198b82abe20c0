/** How records of this service's own stores and topics are written. */
@NullMarked
package dev.almanac.conflict.streams;

import org.jspecify.annotations.NullMarked;

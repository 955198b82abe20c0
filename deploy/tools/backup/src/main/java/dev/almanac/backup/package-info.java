/** Writes what PostgreSQL and Kafka hold into files, and brings it back. Views are no part of it: they are built from the topics. */
@NullMarked
package dev.almanac.backup;

import org.jspecify.annotations.NullMarked;

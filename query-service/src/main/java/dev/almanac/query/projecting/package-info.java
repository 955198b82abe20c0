/** The one shell that takes changes from Kafka and writes views to MongoDB. */
@NullMarked
package dev.almanac.query.projecting;

import org.jspecify.annotations.NullMarked;

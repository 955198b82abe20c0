/** The query service: read models from Kafka in MongoDB, and every query. */
@NullMarked
package dev.almanac.query;

import org.jspecify.annotations.NullMarked;

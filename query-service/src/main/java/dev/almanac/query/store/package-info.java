/** Documents in MongoDB: one collection for each view and generation, and how far each partition was applied. */
@NullMarked
package dev.almanac.query.store;

import org.jspecify.annotations.NullMarked;

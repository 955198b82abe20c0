/** What several queries share: slots joined with their events and conflicts. */
@NullMarked
package dev.almanac.query.read;

import org.jspecify.annotations.NullMarked;

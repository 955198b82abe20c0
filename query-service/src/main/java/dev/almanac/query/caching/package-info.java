/**
 * Answers that are kept until a change touches what they were made of. What is kept is never older than the views: it is handed out
 * only where no change between the positions that it was read at and those of now bears one of its tags.
 */
@NullMarked
package dev.almanac.query.caching;

import org.jspecify.annotations.NullMarked;

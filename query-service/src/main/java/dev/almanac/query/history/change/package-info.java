/** One change, and what it made of its subject. */
@NullMarked
package dev.almanac.query.history.change;

import org.jspecify.annotations.NullMarked;

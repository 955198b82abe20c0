/** What each user wants to be told of, and how. */
@NullMarked
package dev.almanac.query.preferences;

import org.jspecify.annotations.NullMarked;

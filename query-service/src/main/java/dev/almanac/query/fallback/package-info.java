/** Calendar views can be switched off, while booking, lists and all else go on. */
@NullMarked
package dev.almanac.query.fallback;

import org.jspecify.annotations.NullMarked;

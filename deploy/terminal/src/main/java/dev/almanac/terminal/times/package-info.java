/** Times as people write and read them, in a zone that is always said. */
@NullMarked
package dev.almanac.terminal.times;

import org.jspecify.annotations.NullMarked;

/** What the domain says when it says no. */
@NullMarked
package dev.almanac.command.rejection;

import org.jspecify.annotations.NullMarked;

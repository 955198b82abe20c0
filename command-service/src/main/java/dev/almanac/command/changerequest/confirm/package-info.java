/** Applying what was proposed, all of it or nothing. */
@NullMarked
package dev.almanac.command.changerequest.confirm;

import org.jspecify.annotations.NullMarked;

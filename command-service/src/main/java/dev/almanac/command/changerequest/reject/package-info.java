/** Turning a proposal down. */
@NullMarked
package dev.almanac.command.changerequest.reject;

import org.jspecify.annotations.NullMarked;

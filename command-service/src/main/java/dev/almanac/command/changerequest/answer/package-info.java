/** How a change request looks to its caller. */
@NullMarked
package dev.almanac.command.changerequest.answer;

import org.jspecify.annotations.NullMarked;

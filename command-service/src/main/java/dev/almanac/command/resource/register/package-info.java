/** Making a resource known. */
@NullMarked
package dev.almanac.command.resource.register;

import org.jspecify.annotations.NullMarked;

/** The resource aggregate. */
@NullMarked
package dev.almanac.command.resource;

import org.jspecify.annotations.NullMarked;

/** When a resource is out, and when it is back. */
@NullMarked
package dev.almanac.command.resource.availability;

import org.jspecify.annotations.NullMarked;

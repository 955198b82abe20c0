/** Addresses of other systems to which changes are sent: the aggregate. */
@NullMarked
package dev.almanac.command.webhook;

import org.jspecify.annotations.NullMarked;

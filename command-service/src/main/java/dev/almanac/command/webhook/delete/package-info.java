/** Sending nothing any more. */
@NullMarked
package dev.almanac.command.webhook.delete;

import org.jspecify.annotations.NullMarked;

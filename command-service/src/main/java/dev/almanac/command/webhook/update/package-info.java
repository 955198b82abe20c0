/** Changing what is sent where. */
@NullMarked
package dev.almanac.command.webhook.update;

import org.jspecify.annotations.NullMarked;

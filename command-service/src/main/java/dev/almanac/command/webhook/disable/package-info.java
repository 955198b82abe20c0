/** Sending nothing for a while, and again. */
@NullMarked
package dev.almanac.command.webhook.disable;

import org.jspecify.annotations.NullMarked;

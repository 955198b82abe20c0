/** What a webhook is, folded from its changes, and whose it is. */
@NullMarked
package dev.almanac.command.webhook.model;

import org.jspecify.annotations.NullMarked;

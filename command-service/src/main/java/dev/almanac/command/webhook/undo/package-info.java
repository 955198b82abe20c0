/** Taking a change of a webhook back, as a change of its own. */
@NullMarked
package dev.almanac.command.webhook.undo;

import org.jspecify.annotations.NullMarked;

/** Having changes sent somewhere. */
@NullMarked
package dev.almanac.command.webhook.subscribe;

import org.jspecify.annotations.NullMarked;

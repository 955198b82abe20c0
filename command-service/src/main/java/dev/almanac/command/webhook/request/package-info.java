/** What requests say of webhooks. */
@NullMarked
package dev.almanac.command.webhook.request;

import org.jspecify.annotations.NullMarked;

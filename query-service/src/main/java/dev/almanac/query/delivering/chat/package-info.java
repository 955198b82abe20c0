/** Messages to a chat, in the format that Slack's incoming webhooks have and others take. */
@NullMarked
package dev.almanac.query.delivering.chat;

import org.jspecify.annotations.NullMarked;

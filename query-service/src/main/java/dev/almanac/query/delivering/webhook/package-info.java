/** Webhooks by the Standard Webhooks convention: signed CloudEvents, posted to whoever subscribed. */
@NullMarked
package dev.almanac.query.delivering.webhook;

import org.jspecify.annotations.NullMarked;

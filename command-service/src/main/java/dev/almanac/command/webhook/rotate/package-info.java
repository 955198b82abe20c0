/** Signing with another secret. */
@NullMarked
package dev.almanac.command.webhook.rotate;

import org.jspecify.annotations.NullMarked;

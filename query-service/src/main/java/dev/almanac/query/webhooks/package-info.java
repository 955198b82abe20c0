/** Addresses of other systems to which changes are sent. */
@NullMarked
package dev.almanac.query.webhooks;

import org.jspecify.annotations.NullMarked;

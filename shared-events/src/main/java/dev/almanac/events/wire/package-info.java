/** How changes travel: topics, JSON values and CloudEvents headers. */
@NullMarked
package dev.almanac.events.wire;

import org.jspecify.annotations.NullMarked;

/** Lists that clients keep: after the first time they are given what has changed. */
@NullMarked
package dev.almanac.query.sync;

import org.jspecify.annotations.NullMarked;

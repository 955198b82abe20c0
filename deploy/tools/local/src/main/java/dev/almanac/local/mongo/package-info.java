/** The MongoDB stand-in on a persistent store, in a process of its own. */
@NullMarked
package dev.almanac.local.mongo;

import org.jspecify.annotations.NullMarked;

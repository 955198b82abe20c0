/** What the benchmark of the read side asks, and of what. */
@NullMarked
package dev.almanac.bench.reads;

import org.jspecify.annotations.NullMarked;

/** The whole suite under load: commands per second, and how soon what they caused can be seen. */
@NullMarked
package dev.almanac.bench.suite;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.almanac.testing.fuzz;

import org.jspecify.annotations.NullMarked;

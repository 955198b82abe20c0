/** What is done to a suite, each kind in a class of its own. */
@NullMarked
package dev.almanac.faults.fault;

import org.jspecify.annotations.NullMarked;

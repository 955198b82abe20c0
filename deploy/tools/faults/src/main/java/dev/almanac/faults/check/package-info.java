/** Says, from a history, the topics and the views alone, whether what a suite promises was kept. */
@NullMarked
package dev.almanac.faults.check;

import org.jspecify.annotations.NullMarked;

/** The stream services by themselves, each as the process that it is: from record in to record out. */
@NullMarked
package dev.almanac.bench.streams;

import org.jspecify.annotations.NullMarked;

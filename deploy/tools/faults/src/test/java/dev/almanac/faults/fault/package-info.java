@NullMarked
package dev.almanac.faults.fault;

import org.jspecify.annotations.NullMarked;

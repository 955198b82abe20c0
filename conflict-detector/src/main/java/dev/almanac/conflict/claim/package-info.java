/** From changes of events and occurrences to claims on lanes. */
@NullMarked
package dev.almanac.conflict.claim;

import org.jspecify.annotations.NullMarked;

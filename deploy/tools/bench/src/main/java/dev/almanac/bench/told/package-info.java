/** How soon people are told: in the app, by webhook, and before an event begins. */
@NullMarked
package dev.almanac.bench.told;

import org.jspecify.annotations.NullMarked;

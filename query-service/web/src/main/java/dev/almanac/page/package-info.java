/** Builds the page out of its sources: what it may ask of the services, its bundle, what is served beside it. */
@NullMarked
package dev.almanac.page;

import org.jspecify.annotations.NullMarked;

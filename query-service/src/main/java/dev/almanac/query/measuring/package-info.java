/** What is measured of requests and consumer groups beside what the framework measures. */
@NullMarked
package dev.almanac.query.measuring;

import org.jspecify.annotations.NullMarked;

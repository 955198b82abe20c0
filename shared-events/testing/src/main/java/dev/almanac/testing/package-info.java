/** What tests of several modules need: real parts, examples of changes, and the API as a client speaks it. No part of the product. */
@NullMarked
package dev.almanac.testing;

import org.jspecify.annotations.NullMarked;

/** What the tests of this module share: changes, tokens, real parts. */
@NullMarked
package dev.almanac.query.support;

import org.jspecify.annotations.NullMarked;

/** What a read model is: a pure function from changes to documents. */
@NullMarked
package dev.almanac.query.views;

import org.jspecify.annotations.NullMarked;

/** The calendar in the browser: files of another module, served with a policy of what they may do. */
@NullMarked
package dev.almanac.query.page;

import org.jspecify.annotations.NullMarked;

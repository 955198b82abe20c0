/** The web calendar in a real browser, on the whole suite. A test class is {@link dev.almanac.local.page.InBrowser}. */
@NullMarked
package dev.almanac.local.page;

import org.jspecify.annotations.NullMarked;

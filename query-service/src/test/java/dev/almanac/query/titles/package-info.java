/** What adding a view takes, shown by one that nobody needs: the titles of events. Everything of it is in this folder. */
@NullMarked
package dev.almanac.query.titles;

import org.jspecify.annotations.NullMarked;

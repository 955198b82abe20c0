/** What would become of the calendars if these commands were sent? */
@NullMarked
package dev.almanac.query.whatif;

import org.jspecify.annotations.NullMarked;

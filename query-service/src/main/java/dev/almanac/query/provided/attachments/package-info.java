/** What is attached to an entry of a calendar. */
@NullMarked
package dev.almanac.query.provided.attachments;

import org.jspecify.annotations.NullMarked;

/** Mails to who wants them: of one thing each, or of many together. */
@NullMarked
package dev.almanac.query.delivering.mail;

import org.jspecify.annotations.NullMarked;

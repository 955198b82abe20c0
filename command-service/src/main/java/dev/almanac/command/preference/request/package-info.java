/** What requests say of preferences. */
@NullMarked
package dev.almanac.command.preference.request;

import org.jspecify.annotations.NullMarked;

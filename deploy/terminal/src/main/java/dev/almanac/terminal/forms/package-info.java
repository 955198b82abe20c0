/** What is filled in: fields that keys change, and dialogs that make commands of them. Values only. */
@NullMarked
package dev.almanac.terminal.forms;

import org.jspecify.annotations.NullMarked;

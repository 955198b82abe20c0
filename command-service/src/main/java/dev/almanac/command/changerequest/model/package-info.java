/** What a change request is to its decisions. */
@NullMarked
package dev.almanac.command.changerequest.model;

import org.jspecify.annotations.NullMarked;

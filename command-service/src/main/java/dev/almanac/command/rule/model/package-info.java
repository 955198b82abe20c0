/** What a recurring rule is to its decisions. */
@NullMarked
package dev.almanac.command.rule.model;

import org.jspecify.annotations.NullMarked;

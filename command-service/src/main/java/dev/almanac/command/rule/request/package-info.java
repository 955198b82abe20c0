/** The bodies and ids that requests about recurring rules carry. */
@NullMarked
package dev.almanac.command.rule.request;

import org.jspecify.annotations.NullMarked;

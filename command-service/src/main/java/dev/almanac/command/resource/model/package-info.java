/** What a resource is, folded from its changes. */
@NullMarked
package dev.almanac.command.resource.model;

import org.jspecify.annotations.NullMarked;

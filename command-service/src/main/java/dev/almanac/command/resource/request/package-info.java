/** What requests say of resources. */
@NullMarked
package dev.almanac.command.resource.request;

import org.jspecify.annotations.NullMarked;

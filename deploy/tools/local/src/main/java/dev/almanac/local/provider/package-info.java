/** A provider of entries, as another team writes one: it uses nothing of ours. */
@NullMarked
package dev.almanac.local.provider;

import org.jspecify.annotations.NullMarked;

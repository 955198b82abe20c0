/** Looking again for conflicts: a question that is put to the read side. */
@NullMarked
package dev.almanac.command.conflict.detect;

import org.jspecify.annotations.NullMarked;

/** What conflict-detector has found, as it says on Kafka. */
@NullMarked
package dev.almanac.command.conflict.detected;

import org.jspecify.annotations.NullMarked;

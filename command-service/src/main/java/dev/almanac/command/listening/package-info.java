/** What the service hears on Kafka. */
@NullMarked
package dev.almanac.command.listening;

import org.jspecify.annotations.NullMarked;

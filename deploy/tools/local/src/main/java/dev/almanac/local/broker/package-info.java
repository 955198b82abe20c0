/** A real Apache Kafka broker in KRaft mode, in a process of its own. */
@NullMarked
package dev.almanac.local.broker;

import org.jspecify.annotations.NullMarked;

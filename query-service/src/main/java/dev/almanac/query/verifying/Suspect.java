package dev.almanac.query.verifying;

import dev.almanac.query.verifying.VerificationReport.WrongDocument;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A document that is not as its changes say, unless some of them are missing.
 *
 * @param subjects whose changes they are, by where they were found
 */
record Suspect(WrongDocument difference, Map<TopicPartition, Set<String>> subjects) {}

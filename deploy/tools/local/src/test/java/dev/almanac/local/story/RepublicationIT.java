package dev.almanac.local.story;

import dev.almanac.local.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Behind all stories that read topics from their start: it deletes what is on one. */
@Order(5)
@ExtendWith(SharedSuite.class)
class RepublicationIT {
    @Test
    void what_was_deleted_from_a_topic_is_published_anew_and_read_as_before(Suite suite) throws Exception {
        new RepublicationStory().isToldBy(suite);
    }
}

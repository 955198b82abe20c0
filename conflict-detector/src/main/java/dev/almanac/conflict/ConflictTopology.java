package dev.almanac.conflict;

import dev.almanac.conflict.claim.ClaimTopology;
import dev.almanac.conflict.lane.LaneTopology;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The whole stream: changes → claims → lanes → conflicts. */
@Component
public class ConflictTopology {

    @Autowired
    void build(StreamsBuilder builder) {
        addTo(builder);
    }

    static void addTo(StreamsBuilder builder) {
        LaneTopology.addTo(builder, ClaimTopology.addTo(builder));
    }
}

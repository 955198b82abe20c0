package dev.almanac.expansion;

import dev.almanac.expansion.event.EventTopology;
import dev.almanac.expansion.rule.RuleTopology;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The whole stream: series → occurrences. */
@Component
public class ExpansionTopology {

    @Autowired
    void build(StreamsBuilder builder) {
        EventTopology.addTo(builder);
        RuleTopology.addTo(builder);
    }
}

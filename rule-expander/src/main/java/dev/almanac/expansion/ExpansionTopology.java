package dev.almanac.expansion;

import dev.almanac.expansion.event.EventTopology;
import dev.almanac.expansion.rule.RuleTopology;
import dev.almanac.jobs.StreamJob;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The whole stream: series → occurrences. */
@Component
public class ExpansionTopology {

    @Bean
    static StreamJob expansion() {
        return RuleTopology.EXPANSION;
    }

    @Bean
    static StreamJob reminders() {
        return EventTopology.REMINDERS;
    }

    @Autowired
    void build(StreamsBuilder builder) {
        EventTopology.addTo(builder);
        RuleTopology.addTo(builder);
    }
}

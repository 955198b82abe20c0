package dev.almanac.query.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.query.support.RealParts;
import dev.almanac.testing.NewPartitions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ProducerFactory;

@OnRealParts
class NewPartitionsIT {
    @Autowired
    private ProducerFactory<?, ?> producers;

    @Test
    void what_is_told_while_a_partition_is_being_made_keeps_its_order() throws Exception {
        Map<String, Object> settings = producers.getConfigurationProperties();
        assertThat(NewPartitions.wrong(RealParts.KAFKA.bootstrapServers(), settings))
                .isEmpty();
    }
}

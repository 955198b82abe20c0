package dev.almanac.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.NewPartitions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@OnRealParts
class NewPartitionsIT {
    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Test
    void what_is_published_while_a_partition_is_being_made_keeps_its_order() throws Exception {
        assertThat(NewPartitions.wrong(
                        RealParts.KAFKA.bootstrapServers(),
                        kafka.getProducerFactory().getConfigurationProperties()))
                .isEmpty();
    }
}

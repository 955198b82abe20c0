package dev.almanac.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics that are written to while the broker is still making their partitions. */
public final class NewPartitions {
    private static final int TOPICS = 5;
    private static final int PARTITIONS = 24;
    private static final int RECORDS_EACH = 25;
    private static final byte[] VALUE = new byte[16 * 1024];

    private NewPartitions() {}

    /**
     * What a producer loses there, or writes in another order than it was sent in; nothing if it is set up well.
     *
     * @param producer the settings of the producer; it gives up sooner than they say
     */
    public static List<String> wrong(String bootstrapServers, Map<String, Object> producer) throws Exception {
        Map<String, Object> settings = new HashMap<>(producer);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        List<String> wrong = new ArrayList<>();
        List<String> topics = IntStream.range(0, TOPICS)
                .mapToObj(n -> "made-just-now-" + n + "-" + System.nanoTime())
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String topic : topics) {
                try (var sender = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
                    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                            .all()
                            .get();
                    wrong.addAll(wrong(sent(sender, topic)));
                }
            }
            admin.deleteTopics(topics).all().get();
        }
        return wrong;
    }

    private static List<Future<RecordMetadata>> sent(KafkaProducer<String, byte[]> sender, String topic) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < PARTITIONS * RECORDS_EACH; i++) {
            sent.add(sender.send(new ProducerRecord<>(topic, i % PARTITIONS, "key", VALUE)));
        }
        sender.flush();
        return sent;
    }

    private static List<String> wrong(List<Future<RecordMetadata>> sent) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        Map<Integer, Long> last = new HashMap<>();
        for (Future<RecordMetadata> record : sent) {
            try {
                RecordMetadata at = record.get();
                Long before = last.put(at.partition(), at.offset());
                if (before != null && before > at.offset()) {
                    wrong.add(at + " stands before " + before);
                }
            } catch (ExecutionException e) {
                wrong.add(String.valueOf(e.getCause()));
            }
        }
        return wrong;
    }
}

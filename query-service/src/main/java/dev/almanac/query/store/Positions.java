package dev.almanac.query.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The next offset to apply of each partition, in the same store as the documents: what the store has lost after a
 * crash is applied again, whatever the consumer group remembers.
 */
public final class Positions {
    private final MongoCollection<BsonDocument> collection;

    Positions(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    public Mono<Map<TopicPartition, Long>> read() {
        return Flux.from(collection.find())
                .collectMap(
                        Positions::partition,
                        document -> document.getNumber("next").longValue());
    }

    /** Moves positions forward, never back. */
    public Mono<Void> advance(Map<TopicPartition, Long> next) {
        List<WriteModel<BsonDocument>> updates =
                next.entrySet().stream().map(Positions::update).toList();
        return updates.isEmpty()
                ? Mono.empty()
                : Mono.from(collection.bulkWrite(updates)).then();
    }

    private static WriteModel<BsonDocument> update(Map.Entry<TopicPartition, Long> entry) {
        TopicPartition partition = entry.getKey();
        return new UpdateOneModel<>(
                Filters.eq("_id", partition.toString()),
                Updates.combine(
                        Updates.set("topic", partition.topic()),
                        Updates.set("partition", partition.partition()),
                        Updates.max("next", entry.getValue())),
                new UpdateOptions().upsert(true));
    }

    private static TopicPartition partition(BsonDocument document) {
        return new TopicPartition(
                document.getString("topic").getValue(),
                document.getNumber("partition").intValue());
    }
}

package dev.almanac.query.operations;

import dev.almanac.query.kafka.Consumers;
import dev.almanac.query.store.Generations;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/ops/projections")
class ProjectionsEndpoint {
    private final Generations generations;
    private final Consumers consumers;

    ProjectionsEndpoint(Generations generations, Consumers consumers) {
        this.generations = generations;
        this.consumers = consumers;
    }

    @GetMapping
    @Operation(operationId = "getProjections", summary = "How far each view is")
    Mono<ProjectionsReport> report() {
        return Mono.zip(
                        generations.refresh(),
                        Mono.defer(() -> generations.active().positions().read()),
                        Mono.fromCallable(this::endOffsets).subscribeOn(Schedulers.boundedElastic()))
                .map(all ->
                        ProjectionsReport.of(all.getT1(), generations.active().models(), all.getT2(), all.getT3()));
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "rebuildProjections",
            summary = "Rebuilds every view from the start of the topics; readers are switched once it caught up")
    Mono<RebuildAnswer> rebuild() {
        return generations
                .beginRebuild()
                .map(RebuildAnswer::of)
                .switchIfEmpty(Mono.error(() ->
                        Rejected.because(HttpStatus.CONFLICT, "rebuild-running", "A rebuild is running already")));
    }

    private Map<TopicPartition, Long> endOffsets() {
        try (Consumer<String, byte[]> consumer = consumers.ofBytes()) {
            return consumer.endOffsets(Consumers.domainPartitions());
        }
    }
}

package dev.almanac.query.recurrences;

import dev.almanac.query.http.AdjustedTimes;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Rules")
@RequestMapping("/api/v1/recurrences/preview")
class PreviewEndpoint {

    /** A hostile rule may take some tens of milliseconds: not on a thread that others wait for. */
    @PostMapping
    @Operation(
            operationId = "previewRecurrence",
            summary = "When a recurrence would occur, and how clock changes adjust it; stores nothing")
    Mono<Preview> preview(@RequestBody PreviewRequest body, ServerWebExchange exchange) {
        Fields fields = new Fields();
        return Mono.fromCallable(() -> body.preview(fields))
                .doOnNext(_ -> AdjustedTimes.announce(exchange, fields.notes()))
                .subscribeOn(Schedulers.boundedElastic());
    }
}

package dev.almanac.command.http;

import org.springframework.core.Ordered;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Carries out the {@link Write} that an endpoint returned, and answers it. */
@Component
class WriteResults implements HandlerResultHandler, Ordered {
    private final Commands commands;
    private final ResponseEntityResultHandler answers;

    WriteResults(Commands commands, ResponseEntityResultHandler answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return answers.getOrder() - 1;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return result.getReturnValue() instanceof Write<?>;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return result.getReturnValue() instanceof Write<?> write
                ? commands.carryOut(write).flatMap(answer -> answers.handleResult(exchange, answered(result, answer)))
                : Mono.empty();
    }

    private static HandlerResult answered(HandlerResult result, ResponseEntity<?> answer) {
        return new HandlerResult(result.getHandler(), answer, result.getReturnTypeSource());
    }
}

package dev.almanac.command.store;

import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.idempotency.Answers;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Handles a command with an idempotency key once. The answer is kept in the transaction of the changes: a crash leaves
 * both or neither.
 */
final class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Answers answers;

    IdempotencyInterceptor(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object once = unitOfWork.getMessage().getMetaData().get(MetaDataKeys.ONCE);
        return once instanceof Idempotency keyed ? handle(keyed, unitOfWork, chain) : chain.proceed();
    }

    private Object handle(Idempotency once, UnitOfWork<?> unitOfWork, InterceptorChain chain) throws Exception {
        unless(answers.refusalOfRepeat(once.request(), once.key()));
        Receipt receipt = Transaction.current().orElseThrow().receipt();
        Object result = chain.proceed();
        // Registered after the event store has registered, so that the receipt is complete by then.
        unitOfWork.onPrepareCommit(
                _ -> answers.keep(once.request(), once.key(), once.answer().apply(receipt)));
        return result;
    }
}

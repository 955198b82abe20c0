package dev.almanac.command.store;

import dev.almanac.command.access.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Answers every command with the receipt of what it appended; the store fills it in while it commits. */
final class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Receipt receipt = Receipt.of(unitOfWork);
        if (unitOfWork.getMessage().getPayload() instanceof Command command) {
            command.request().notes().forEach(receipt::warn);
        }
        chain.proceed();
        return receipt;
    }
}

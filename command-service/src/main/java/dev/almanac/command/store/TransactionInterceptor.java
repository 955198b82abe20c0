package dev.almanac.command.store;

import dev.almanac.command.access.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers every command with the receipt of what it appended; the store fills it in while it commits. */
final class TransactionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final JdbcTemplate jdbc;

    TransactionInterceptor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Receipt receipt = Transaction.begin(unitOfWork, jdbc).receipt();
        if (unitOfWork.getMessage().getPayload() instanceof Command command) {
            command.request().notes().forEach(receipt::warn);
        }
        chain.proceed();
        return receipt;
    }
}

package dev.almanac.command.ledger;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Locks the lane before a calendar is read: bookings append to the calendar's stream too, under the same lock, so that
 * neither overtakes the other.
 */
@Component
public class LaneLock implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final SlotLedger ledger;

    LaneLock(SlotLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (unitOfWork.getMessage().getPayload() instanceof OnLane command) {
            ledger.lock(command.calendarId());
        }
        return chain.proceed();
    }
}

package dev.almanac.command.store;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets handlers of commands take their {@link Transaction}. */
@Component
final class TransactionParameters implements ParameterResolverFactory, ParameterResolver<Transaction> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Transaction.class ? this : null;
    }

    @Override
    public Transaction resolveParameterValue(Message<?> message) {
        return Transaction.current().orElseThrow();
    }

    @Override
    public boolean matches(Message<?> message) {
        return Transaction.current().isPresent();
    }
}

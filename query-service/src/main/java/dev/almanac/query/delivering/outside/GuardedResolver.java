package dev.almanac.query.delivering.outside;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Resolves names to addresses that are admitted, and to no others. What is connected to is the very address that was looked at: a
 * name that means another one a moment later leads nowhere.
 */
final class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {
    private final Networks networks;

    GuardedResolver(Networks networks) {
        this.networks = networks;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Names(executor, networks).asAddressResolver();
    }

    private static final class Names extends InetNameResolver {
        private final DefaultNameResolver names;
        private final Networks networks;

        Names(EventExecutor executor, Networks networks) {
            super(executor);
            this.names = new DefaultNameResolver(executor);
            this.networks = networks;
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            names.resolveAll(name).addListener((Future<List<InetAddress>> found) -> {
                if (found.isSuccess()) {
                    admitted(found.getNow())
                            .ifPresentOrElse(promise::setSuccess, () -> promise.setFailure(refused(name)));
                } else {
                    promise.setFailure(found.cause());
                }
            });
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            names.resolveAll(name).addListener((Future<List<InetAddress>> found) -> {
                if (found.isSuccess() && admitted(found.getNow()).isPresent()) {
                    promise.setSuccess(found.getNow());
                } else {
                    promise.setFailure(found.isSuccess() ? refused(name) : found.cause());
                }
            });
        }

        /** One address that is not admitted is enough to refuse them all: who has both tries something. */
        private Optional<InetAddress> admitted(List<InetAddress> found) {
            return found.stream().allMatch(networks::admits) ? found.stream().findFirst() : Optional.empty();
        }

        private static UnknownHostException refused(String name) {
            return new UnknownHostException(name + " is in a network to which nothing is sent");
        }
    }
}

package dev.almanac.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Cuts off whoever sends a request more slowly than anybody has to: a byte each second is never idle, and holds a connection for
 * as long as it likes. The head has a time of its own, which begins with its first byte; reactor-netty minds the body.
 */
final class SlowSenders {
    private static final String BYTES = "almanac.slow-head.bytes";
    private static final String REQUESTS = "almanac.slow-head.requests";

    private SlowSenders() {}

    static HttpServer cutOff(HttpServer server, Duration request, Duration idle) {
        return server.idleTimeout(idle)
                .requestTimeout(request)
                .doOnChannelInit((_, channel, _) -> minding(channel, request));
    }

    private static void minding(Channel channel, Duration patience) {
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            Head head = new Head(patience);
            pipeline.addBefore(NettyPipeline.HttpCodec, BYTES, head.bytes());
            pipeline.addAfter(NettyPipeline.HttpCodec, REQUESTS, head.requests());
        }
    }

    /** Of one connection, which one thread serves. */
    private static final class Head {
        private final Duration patience;
        private @Nullable ScheduledFuture<?> end;
        private boolean inBody;

        Head(Duration patience) {
            this.patience = patience;
        }

        ChannelInboundHandlerAdapter bytes() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object bytes) {
                    if (end == null && !inBody) {
                        end = context.executor()
                                .schedule(() -> closed(context), patience.toMillis(), TimeUnit.MILLISECONDS);
                    }
                    context.fireChannelRead(bytes);
                }

                @Override
                public void channelInactive(ChannelHandlerContext context) {
                    forget();
                    context.fireChannelInactive();
                }
            };
        }

        ChannelInboundHandlerAdapter requests() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object part) {
                    if (part instanceof HttpRequest) {
                        forget();
                        inBody = true;
                    }
                    if (part instanceof LastHttpContent) {
                        inBody = false;
                    }
                    context.fireChannelRead(part);
                }
            };
        }

        private static void closed(ChannelHandlerContext context) {
            var _ = context.close();
        }

        private void forget() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}

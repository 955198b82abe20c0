package dev.almanac.local.story;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every story the same suite, which starts with the first that asks for it: a start takes most of a minute. What a story
 * that fails leaves behind is no other's trouble: the next one gets a new suite.
 */
public final class SharedSuite implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(SharedSuite.class);

    private record Started(Suite suite, Path folder) implements AutoCloseable {
        static Started now() {
            try {
                Path folder = Files.createTempDirectory("almanac-stories");
                Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {});
                Started started = new Started(suite, folder);
                started.start();
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void start() throws IOException {
            try {
                suite.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IllegalStateException("stopped while the suite started", e);
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            suite.close();
            Folders.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** For other extensions. */
    public static Suite of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .suite();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            Started broken = context.getRoot().getStore(NAMESPACE).remove(Started.class, Started.class);
            if (broken != null) {
                broken.close();
            }
        }
    }
}

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

    /** For all parts alike. */
    private static final String MORE_OPTIONS = "almanac.local.jvm";

    private record Started(Suite suite, Path folder, TraceCollector traces) implements AutoCloseable {
        private static final String OPTIONS = System.getProperty(MORE_OPTIONS, "");

        static Started now() {
            try {
                TraceCollector traces = TraceCollector.started();
                System.setProperty(MORE_OPTIONS, OPTIONS + " " + traces.options());
                Path folder = Files.createTempDirectory("almanac-stories");
                Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {});
                Started started = new Started(suite, folder, traces);
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
            traces.close();
            Folders.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Suite.class || type == TraceCollector.class || type == Path.class;
    }

    /** The suite, where its spans go, or the folder of its logs. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = started(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Path.class) {
            return started.folder().resolve("logs");
        }
        return type == Suite.class ? started.suite() : started.traces();
    }

    /** For other extensions. */
    public static Suite of(ExtensionContext context) {
        return started(context).suite();
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Started.class, _ -> Started.now(), Started.class);
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

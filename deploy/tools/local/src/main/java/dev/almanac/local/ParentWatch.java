package dev.almanac.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Ends this process when the one that started it is gone: its standard input is a pipe that the launcher holds, and
 * that breaks even when the launcher is killed. {@code main} runs another main class on such a leash.
 */
public final class ParentWatch {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private ParentWatch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        hold();
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    public static void hold() {
        Thread.ofPlatform().daemon().name("leash").start(ParentWatch::watch);
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to a leash.
            }
        } catch (IOException broken) {
            // As good as the end.
        }
        Thread.ofPlatform().daemon().name("leash-end").start(ParentWatch::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}

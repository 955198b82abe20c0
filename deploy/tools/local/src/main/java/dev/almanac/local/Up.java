package dev.almanac.local;

import dev.almanac.local.demo.Demo;
import dev.almanac.local.demo.Workers;
import dev.almanac.local.machine.StartFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What {@code ./up} runs. */
final class Up {
    private Up() {}

    public static void main(String[] args) {
        try {
            run(Options.parse(Home.root(), args));
        } catch (StartFailure trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        } catch (InterruptedException interrupted) {
            System.exit(130);
        }
    }

    private static void run(Options options) throws InterruptedException {
        if (options.help()) {
            System.out.print(Options.HELP);
            return;
        }
        long started = System.nanoTime();
        Suite suite = Suite.of(options, System.out::println);
        Thread stop = new Thread(suite::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        startUnlessStopped(suite, options.storesOnly());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("all is ready after %.1f s%n%n", took.toMillis() / 1000.0);
        System.out.print(options.storesOnly() ? StartBanner.ofStores(suite) : StartBanner.text(suite));
        for (var file : options.imports()) {
            System.out.println(new Import(suite).of(file));
        }
        if (options.demo()) {
            System.out.println(demo(suite, options));
        }
        new Watch(suite, System.err::println).start();
        new CountDownLatch(1).await();
    }

    private static String demo(Suite suite, Options options) throws InterruptedException {
        new Workers(suite.kafkaServers(), suite.frontUrl(), suite.issuerUrl()).start();
        Demo.Outcome demo =
                new Demo(suite.frontUrl(), suite.issuerUrl(), options.data(), Clock.systemUTC(), System.out).fill();
        String refused = demo.refused() == 0 ? "" : " (%d requests were refused)".formatted(demo.refused());
        return "demo  %s%s: sign in as ana at %s/"
                .formatted(demo.wasThere() ? "was there already" : "is there", refused, suite.frontUrl());
    }

    /** Parts that a Ctrl-C ends while they start are no trouble. */
    private static void startUnlessStopped(Suite suite, boolean storesOnly) throws InterruptedException {
        try {
            if (storesOnly) {
                suite.startStores();
            } else {
                suite.start();
            }
        } catch (StartFailure trouble) {
            if (suite.isClosing()) {
                Thread.currentThread().join();
            }
            throw trouble;
        }
    }
}

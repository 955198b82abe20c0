package dev.almanac.faults.fault;

import dev.almanac.faults.link.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of harm, in the order in which they are done. */
public final class Faults {
    private static final Duration AT_ONCE = Duration.ZERO;
    /** Longer than a group waits for a member, and than a claim of PostgreSQL's token lasts. */
    private static final Duration ZOMBIE = Duration.ofSeconds(15);

    /** Of the disk, where one of its own is needed. */
    public static final int DISK_MEGABYTES = 3072;

    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final Duration BAD = Duration.ofSeconds(15);
    private static final Duration SLOW = Duration.ofMillis(100);

    private Faults() {}

    public static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        // Before the poison, which the audit would name as well.
        all.add(new Missing("gaps", Duration.ofSeconds(5), 4));
        // Early, so that whoever is started again reads them again.
        all.add(new Repeated("repeats", 20));
        all.add(new Poisoned("poison"));
        for (String kind : Field.SERVICES) {
            all.add(new Killed("kill-" + kind, field -> List.of(field.anyOf(kind)), AT_ONCE));
        }
        for (String kind : List.of("kafka", "postgresql", "mongodb-stand-in")) {
            all.add(new Killed("kill-" + kind, field -> List.of(field.anyOf(kind)), AT_ONCE));
        }
        all.add(new TakenOver("instance-of-each-gone", Faults::oneOfEach));
        all.add(new TakenOver("broker-gone", field -> List.of(field.anyOf("kafka"))));
        all.add(new Killed("everything", Faults::everything, AT_ONCE));
        all.add(new Killed("brokers-down", Faults::mostBrokers, AWAY));
        all.add(new Killed("postgresql-down", _ -> List.of("postgresql"), AWAY));
        all.add(new Forgetful("mongodb-forgets", Duration.ofSeconds(1)));
        for (String kind : List.of(
                "command-service",
                "query-service",
                "conflict-detector",
                "rule-expander",
                "kafka",
                "postgresql",
                "mongodb-stand-in")) {
            all.add(new Paused("pause-" + kind, kind, ZOMBIE));
        }
        all.add(new Rolling("rolling-restart", true));
        all.add(new Rolling("rolling-waves", false));
        all.add(new Scaled("scaling"));
        for (String to : List.of("kafka", "postgresql", "mongodb-stand-in")) {
            all.add(new BadLinks("slow-" + to, to, link -> link.slow(SLOW), BAD));
            all.add(new BadLinks("half-open-" + to, to, halfOpen(), BAD));
            all.add(new BadLinks("cut-" + to, to, Link::cut, AT_ONCE));
        }
        all.add(new SlowReaders("slow-readers", 4, 50, 300, BAD));
        all.add(new SlowReaders("many-streams", 200, 50, 600, BAD));
        for (String kind : List.of("command-service", "query-service", "rule-expander")) {
            all.add(new JumpingClock("clock-ahead-" + kind, kind, "+20m", BAD));
            all.add(new JumpingClock("clock-back-" + kind, kind, "-20m", BAD));
        }
        all.add(new FullDisk("full-disk", DISK_MEGABYTES, BAD));
        all.add(new Replayed("replay", 1_000_000));
        return all;
    }

    private static Consumer<Link> halfOpen() {
        return Link::halfOpen;
    }

    /**
     * Some of them.
     *
     * @param names of faults, or how they begin; where there are none, all that do not take long
     */
    public static List<Fault> named(Set<String> names) {
        Set<String> unknown = names.stream()
                .filter(name -> all().stream().noneMatch(fault -> fault.name().startsWith(name)))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no fault is named " + unknown + "; there are "
                    + all().stream().map(Fault::name).collect(Collectors.joining(", ")));
        }
        return all().stream()
                .filter(fault ->
                        names.isEmpty() ? !fault.takesLong() : names.stream().anyMatch(fault.name()::startsWith))
                .toList();
    }

    private static List<String> oneOfEach(Field field) {
        return Field.SERVICES.stream().map(field::anyOf).toList();
    }

    /** Two of three, or the only one. */
    private static List<String> mostBrokers(Field field) {
        return field.instances("kafka").stream().limit(2).toList();
    }

    /** But for the issuer, which is no part of what is deployed. */
    private static List<String> everything(Field field) {
        return Stream.of(Field.SERVICES.stream(), Stream.of("kafka", "postgresql", "mongodb-stand-in", "front"))
                .flatMap(kinds -> kinds)
                .flatMap(kind -> field.instances(kind).stream())
                .toList();
    }
}

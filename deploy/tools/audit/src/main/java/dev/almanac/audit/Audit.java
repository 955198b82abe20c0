package dev.almanac.audit;

/** Reads all changes of calendars, scheduled events and resources, and says which promises they break. */
public final class Audit {
    private Audit() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: deploy/tools/audit/run BOOTSTRAP_SERVERS");
            System.exit(2);
        }
        Report report = of(args[0]);
        System.out.print(report.text());
        System.exit(report.isClean() ? 0 : 1);
    }

    public static Report of(String bootstrapServers) {
        Streams streams = new Streams();
        try (PublishedLog log = new PublishedLog(bootstrapServers)) {
            log.forEach(streams::add);
        }
        Replay replay = Replay.of(streams.inOrder());
        return new Report(streams, replay);
    }
}

package dev.almanac.local;

/** What to look at and what to try, once all is ready. */
final class StartBanner {
    private StartBanner() {}

    static String ofStores(Suite suite) {
        return """
                Kafka      %s
                MongoDB    %s
                PostgreSQL %s

                No service runs. Ctrl-C stops everything; the data stays.
                """.formatted(suite.kafkaServers(), suite.mongodbUrl(), suite.postgresUrl());
    }

    static String text(Suite suite) {
        String commands = suite.commandUrl();
        String queries = suite.queryUrl();
        String issuer = suite.issuerUrl();
        return """
                calendar  %7$s/ (in a browser)
                API       %7$s/api/v1
                OpenAPI   %1$s/v3/api-docs (commands), %2$s/v3/api-docs (queries)
                tokens    %3$s/token?user=ana&roles=manager
                Kafka     %4$s
                MongoDB   %5$s
                PostgreSQL %6$s

                A token for each role (export one as TOKEN):
                  TOKEN=$(curl -s '%3$s/token?user=carl&roles=customer')
                  TOKEN=$(curl -s '%3$s/token?user=sue&roles=staff')
                  TOKEN=$(curl -s '%3$s/token?user=ana&roles=manager')
                  TOKEN=$(curl -s '%3$s/token?user=root&roles=admin')

                Three commands to try:
                  curl -s -X POST %7$s/api/v1/calendars -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                    -d '{"name":"Great Hall","calendarType":"VENUE","ownerId":"ana","ownerType":"VENUE","timeZone":"Europe/Berlin"}'
                  curl -s %7$s/api/v1/calendars -H "Authorization: Bearer $TOKEN"
                  curl -sN %7$s/api/v1/stream/changes -H "Authorization: Bearer $TOKEN"

                Ctrl-C stops everything; the data stays.
                """.formatted(
                        commands,
                        queries,
                        issuer,
                        suite.kafkaServers(),
                        suite.mongodbUrl(),
                        suite.postgresUrl(),
                        suite.frontUrl());
    }
}

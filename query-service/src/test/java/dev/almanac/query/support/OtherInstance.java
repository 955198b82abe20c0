package dev.almanac.query.support;

import dev.almanac.query.QueryServiceApplication;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** One more instance of the service: it has the same documents, and takes part in the same groups. */
public final class OtherInstance {
    private OtherInstance() {}

    /** Starts it beside one that has started; {@code arguments} say what differs. */
    public static ConfigurableApplicationContext beside(Environment first, String... arguments) {
        Stream<String> same = Stream.of(
                        "almanac.mongodb.uri",
                        "spring.kafka.bootstrap-servers",
                        "almanac.projector.group",
                        "almanac.security.issuer",
                        "almanac.security.jwks-uri",
                        "almanac.command-service.url")
                .map(name -> "--" + name + "=" + first.getRequiredProperty(name));
        return new SpringApplicationBuilder(QueryServiceApplication.class)
                .run(Stream.of(
                                same,
                                Stream.of("--server.port=0", "--spring.jmx.enabled=false"),
                                Arrays.stream(arguments))
                        .flatMap(some -> some)
                        .toArray(String[]::new));
    }
}

package dev.almanac.query.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a client can unpack (RFC 9110, 12.5.3). */
final class AcceptedEncodings {
    private AcceptedEncodings() {}

    static boolean haveGzip(List<String> headers) {
        List<String[]> named = headers.stream()
                .flatMap(header -> Stream.of(header.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(coding -> coding.strip().split("\\s*;\\s*", -1))
                .toList();
        return named.stream()
                .filter(coding -> coding[0].equals("gzip"))
                .findFirst()
                .or(() -> named.stream().filter(coding -> coding[0].equals("*")).findFirst())
                .filter(coding -> !isRefused(coding))
                .isPresent();
    }

    private static boolean isRefused(String[] coding) {
        return coding.length > 1 && coding[1].matches("q\\s*=\\s*0(\\.0*)?");
    }
}

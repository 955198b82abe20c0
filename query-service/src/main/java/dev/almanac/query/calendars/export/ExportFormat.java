package dev.almanac.query.calendars.export;

import dev.almanac.events.activity.FileFormat;
import dev.almanac.web.Fields;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What a calendar is exported as (SCH-044). */
enum ExportFormat {
    /** To be printed. */
    PDF(FileFormat.PDF, MediaType.APPLICATION_PDF_VALUE),
    /** To be filtered and counted. */
    XLSX(FileFormat.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** For other calendars (RFC 5545). */
    ICS(FileFormat.ICS, "text/calendar;charset=UTF-8");

    private final FileFormat published;
    private final String mediaType;

    ExportFormat(FileFormat published, String mediaType) {
        this.published = published;
        this.mediaType = mediaType;
    }

    static ExportFormat checked(@Nullable String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(ExportFormat::unknown);
    }

    private static RuntimeException unknown() {
        Fields fields = new Fields();
        fields.error("format", "must be one of " + names());
        return fields.invalid();
    }

    private static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    FileFormat published() {
        return published;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

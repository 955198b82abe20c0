package dev.almanac.query.calendars.export;

import static dev.almanac.query.calendars.export.SampleItems.event;
import static dev.almanac.query.calendars.export.SampleItems.many;
import static dev.almanac.query.calendars.export.SampleItems.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.activity.ViewType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.query.conflicts.ConflictItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by another library than the one that writes. */
class XlsxCalendarTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void dates_are_dates_and_numbers_are_numbers() throws IOException {
        try (XSSFWorkbook workbook =
                written(period(ViewType.WEEKLY, "2026-03-04", List.of(event("Recital", "2026-03-04T19:30", HOUR))))) {
            Row row = workbook.getSheet("Events").getRow(1);

            assertThat(cell(workbook, row, "Start (Europe/Vienna)").getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2026-03-04T19:30"));
            assertThat(cell(workbook, row, "Start (UTC)").getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.parse("2026-03-04T18:30"));
            assertThat(DateUtil.isCellDateFormatted(cell(workbook, row, "Date")))
                    .isTrue();
            assertThat(cell(workbook, row, "Hours").getNumericCellValue()).isEqualTo(1.0);
            assertThat(cell(workbook, row, "Title").getStringCellValue()).isEqualTo("Recital");
        }
    }

    @Test
    void the_header_stays_in_sight_and_every_column_can_be_filtered() throws IOException {
        try (XSSFWorkbook workbook = written(period(ViewType.MONTHLY, "2026-03-04", many(40)))) {
            XSSFSheet events = workbook.getSheet("Events");

            PaneInformation pane = events.getPaneInformation();
            assertThat(pane.isFreezePane()).isTrue();
            assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(events.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:T41");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.com\",\"click\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "=cmd|' /C calc'!A0"
            })
    void a_title_like_a_formula_is_text(String title) throws IOException {
        try (XSSFWorkbook workbook =
                written(period(ViewType.DAILY, "2026-03-04", List.of(event(title, "2026-03-04T19:30", HOUR))))) {
            workbook.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
            Cell shown = cell(workbook, workbook.getSheet("Events").getRow(1), "Title");
            assertThat(shown.getCellType()).isEqualTo(CellType.STRING);
            assertThat(shown.getStringCellValue().strip()).isEqualTo(title.strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0007", "\uD83D", "\uFFFE", "😀🎭", "]]>", "<b>&amp;</b>", "_x0041_", ""})
    void any_title_makes_a_workbook(String title) throws IOException {
        try (XSSFWorkbook workbook =
                written(period(ViewType.DAILY, "2026-03-04", List.of(event(title, "2026-03-04T19:30", HOUR))))) {
            assertThat(workbook.getSheet("Events").getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void a_text_longer_than_a_cell_is_cut() throws IOException {
        try (XSSFWorkbook workbook = written(
                period(ViewType.DAILY, "2026-03-04", List.of(event("x".repeat(40_000), "2026-03-04T19:30", HOUR))))) {
            assertThat(cell(workbook, workbook.getSheet("Events").getRow(1), "Title")
                            .getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("…");
        }
    }

    @Test
    void conflicts_name_both_events_and_no_party_that_is_not_shared() throws IOException {
        ExportedPeriod known =
                period(ViewType.DAILY, "2026-03-04", List.of(event("Recital", "2026-03-04T19:30", HOUR)));
        Instant start = Instant.parse("2026-03-04T18:30:00Z");
        ConflictItem conflict = new ConflictItem(
                "c1",
                "id of Recital",
                null,
                ConflictType.VENUE_CONFLICT,
                ConflictLevel.CRITICAL,
                ConflictStatus.DETECTED,
                1,
                true,
                start,
                start.plus(HOUR),
                "hall",
                null,
                start,
                null,
                null,
                null,
                null,
                null);
        try (XSSFWorkbook workbook = written(new ExportedPeriod(
                known.calendarName(),
                known.type(),
                known.span(),
                known.zone(),
                known.events(),
                List.of(conflict),
                known.madeAt()))) {
            Row row = workbook.getSheet("Conflicts").getRow(1);

            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("Recital");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("(not shared with you)");
            assertThat(row.getCell(0).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-03-04T19:30"));
        }
    }

    @Test
    void ten_thousand_events_are_all_there() throws IOException {
        try (XSSFWorkbook workbook = written(period(ViewType.MONTHLY, "2026-03-01", many(10_000)))) {
            assertThat(workbook.getSheet("Events").getLastRowNum()).isEqualTo(10_000);
        }
    }

    private static Cell cell(XSSFWorkbook workbook, Row row, String column) {
        Row head = workbook.getSheet("Events").getRow(0);
        return row.getCell(IntStream.range(0, head.getLastCellNum())
                .filter(i -> head.getCell(i).getStringCellValue().equals(column))
                .findFirst()
                .orElseThrow());
    }

    private static XSSFWorkbook written(ExportedPeriod period) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XlsxCalendar.write(period, file);
        return new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()));
    }
}

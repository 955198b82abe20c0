package dev.almanac.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of the web calendar are JavaScript with types in JSDoc: they call the two services as the generated clients do, and
 * FullCalendar and lit as their own types say.
 */
class PageTypesTest {
    private static final Path MODULE = Path.of("../../query-service/web");
    private static final Path SCRIPTS = MODULE.resolve("src/main/page/scripts");
    private static final Path GENERATED_SCRIPTS = MODULE.resolve("target/generated/scripts/generated");
    private static final Path CLIENTS = Path.of("target/generated-sources/typescript");
    private static final String OPTIONS = """
            {"allowJs": true, "checkJs": true, "strict": true, "noEmit": true, "skipLibCheck": true, "types": [],
             "target": "ES2022", "lib": ["ES2022", "DOM", "DOM.Iterable"], "module": "ESNext", "moduleResolution": "Bundler",
             "paths": {"almanac/*": ["/almanac/*/index.ts"]}}""";
    private static final String RIGHT = """
            import { Calendar } from '@fullcalendar/core';
            import dayGrid from '@fullcalendar/daygrid';
            import timeGrid from '@fullcalendar/timegrid';
            import list from '@fullcalendar/list';
            import interaction from '@fullcalendar/interaction';
            import { html, LitElement } from 'lit';
            import { styleMap } from 'lit/directives/style-map.js';

            /** @typedef {import('almanac/queries').QueriesApi} Queries */
            /** @typedef {import('almanac/commands').CommandsApi} Commands */

            class Day extends LitElement {
              static properties = { day: { type: String } };
              constructor() {
                super();
                this.day = '';
              }
              createRenderRoot() { return this; }
              render() { return html`<p style=${styleMap({ color: 'red' })}>${this.day}</p>`; }
            }
            customElements.define('a-day', Day);

            /** @param {Queries} queries @param {Commands} commands @param {HTMLElement} where */
            export async function show(queries, commands, where) {
              const view = await queries.getCalendarView({ calendarId: 'hall', viewType: 'WEEKLY' });
              const booked = await commands.scheduleEvent({ idempotencyKey: 'once', scheduleRequest: {
                calendarId: 'hall', title: 'Concert', startDateTime: '2030-06-03T18:00:00', endDateTime: '2030-06-03T20:00:00',
                timeZone: 'Europe/Vienna',
              } });
              new Calendar(where, { plugins: [dayGrid, timeGrid, list, interaction], initialDate: (view.events ?? [])[0].startDateTime })
                .gotoDate(String(booked.position));
            }
            """;
    private static final String WRONG = """
            import { Calendar } from '@fullcalendar/core';
            import { LitElement } from 'lit';

            /** @param {import('almanac/queries').QueriesApi} queries @param {HTMLElement} where */
            export async function show(queries, where) {
              const view = await queries.getCalendarView({ calendarId: 'hall', viewType: 'WEEKLY' });
              view.evnts;
              await queries.getCalendarView({ calendarId: 'hall', viewType: 'WEEKLY', colour: 'red' });
              await queries.getCalendarVeiw({ calendarId: 'hall', viewType: 'WEEKLY' });
              new Calendar(where, { initialDat: '2030-06-03' });
              new LitElement().renderRot;
            }
            """;

    @TempDir
    static Path written;

    private static List<String> complaints = List.of();

    /** All in one program, since most of the time goes into reading what the libraries and the browser declare. */
    @BeforeAll
    static void check() throws IOException {
        Files.writeString(written.resolve("right.js"), RIGHT);
        Files.writeString(written.resolve("wrong.js"), WRONG);
        TypeScript compiler = new TypeScript(
                Map.of(
                        "/page/scripts/",
                        SCRIPTS,
                        "/page/scripts/generated/",
                        GENERATED_SCRIPTS,
                        "/page/written/",
                        written,
                        "/almanac/",
                        CLIENTS),
                OPTIONS);
        Stream<String> examples = Stream.of("/page/written/right.js", "/page/written/wrong.js");
        complaints = compiler.complaints(
                "/page/", Stream.concat(examples, scripts().stream()).toList());
    }

    @Test
    void the_scripts_of_the_page_pass_the_strict_type_check() throws IOException {
        assumeFalse(scripts().isEmpty(), "the web calendar has no scripts yet");
        assumeTrue(
                Files.exists(MODULE.resolve("target")),
                "query-service/web makes a script that others import: build it first");
        assertThat(complaintsOf("page/scripts/")).isEmpty();
    }

    @Test
    void who_calls_the_services_and_the_libraries_rightly_passes() {
        assertThat(complaintsOf("page/written/right.js")).isEmpty();
    }

    @Test
    void what_the_services_and_the_libraries_do_not_have_is_found() {
        assertThat(complaintsOf("page/written/wrong.js"))
                .satisfiesExactly(
                        event -> assertThat(event).contains("(7,", "'evnts' does not exist on type 'CalendarPage'"),
                        view -> assertThat(view)
                                .contains("(8,", "'colour' does not exist in type 'GetCalendarViewRequest'"),
                        call -> assertThat(call)
                                .contains("(9,", "'getCalendarVeiw' does not exist on type 'QueriesApi'"),
                        option -> assertThat(option)
                                .contains("(10,", "'initialDat' does not exist in type 'CalendarOptions'"),
                        element -> assertThat(element)
                                .contains("(11,", "'renderRot' does not exist on type 'LitElement'"));
    }

    /** And what is nobody's: a wrong option would be in all of these. */
    private static List<String> complaintsOf(String file) {
        return complaints.stream()
                .filter(complaint -> complaint.startsWith(file) || !complaint.startsWith("page/"))
                .toList();
    }

    private static List<String> scripts() throws IOException {
        if (Files.notExists(SCRIPTS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(file -> "/page/scripts/"
                            + SCRIPTS.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }
}

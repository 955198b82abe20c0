package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import dev.almanac.recurrence.zones.ZoneData;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The stories on the embedded parts that {@code ./up} runs. */
@Order(1)
@ExtendWith(SharedSuite.class)
class LifecycleIT {
    @TempDir
    Path folder;

    @Test
    void the_suite_goes_by_the_zone_data_that_it_comes_with_and_says_so(Suite suite) throws Exception {
        JsonNode zones =
                new Client(suite, "ana", "manager").get("/calendar/config").get("timeZoneData");

        assertThat(zones.get("version").asString()).isEqualTo(ZoneData.shipped().version());
        assertThat(zones.get("differsFromJdk").propertyNames()).contains("America/Vancouver");
    }

    @Test
    void a_connection_lasts_for_as_many_requests_as_a_client_has(Suite suite) throws Exception {
        new ConnectionStory().isToldBy(suite);
    }

    @Test
    void the_page_lies_behind_the_front_and_finds_its_issuer(Suite suite) throws Exception {
        new PageFilesStory().isToldBy(suite);
    }

    @Test
    void a_booking_collides_moves_away_and_is_the_same_after_a_replay_of_everything(Suite suite) throws Exception {
        new LifecycleStory().isToldBy(suite);
    }

    @Test
    void a_file_that_was_exported_is_imported_unchanged(Suite suite) throws Exception {
        new CalendarFileStory().isToldBy(suite);
    }

    @Test
    void a_file_keeps_its_local_times_where_clocks_leap(Suite suite) throws Exception {
        new CalendarFileStory().isToldByClocksThatLeap(suite);
    }

    @Test
    void what_is_foretold_happens(Suite suite) throws Exception {
        new WhatIfStory().isToldBy(suite);
    }

    @Test
    void whoever_names_a_position_reads_what_they_wrote_and_a_consumer_takes_each_change_once(Suite suite)
            throws Exception {
        new AfterPositionStory().isToldBy(suite);
        // It has settled a conflict, so that two services have published changes of one.
        RepeatsStory.isToldBy(suite);
    }

    @Test
    void what_runbooks_ask_is_answered(Suite suite) throws Exception {
        RunbooksStory.areToldBy(suite, folder);
    }

    @Test
    void a_provider_of_another_team_shows_an_entry(Suite suite) throws Exception {
        new ProviderStory().isToldBy(suite);
    }

    @Test
    void an_occurrence_has_its_own_life(Suite suite) throws Exception {
        new OccurrenceStory().isToldBy(suite);
    }

    @Test
    void a_generated_client_understands_the_suite(Suite suite) throws Exception {
        new GeneratedClientStory().isToldBy(suite);
    }

    @Test
    void an_operator_does_all_of_it_in_a_shell(Suite suite) throws Exception {
        new TerminalStory(suite, folder).isTold();
    }

    @Test
    void one_trace_leads_from_a_request_to_the_views_and_to_the_conflict(Suite suite, TraceCollector traces)
            throws Exception {
        TraceStory.isToldBy(suite, traces);
    }

    @Test
    void no_log_tells_what_people_said(Suite suite, Path logs) throws Exception {
        LogStory.isToldBy(suite, logs);
    }

    @Test
    void a_scrape_is_small_and_says_what_people_look_at(Suite suite) throws Exception {
        MetricsStory.isToldBy(suite);
    }
}

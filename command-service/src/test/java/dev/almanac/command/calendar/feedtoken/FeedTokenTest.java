package dev.almanac.command.calendar.feedtoken;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.calendar.Calendars.hall;
import static dev.almanac.command.calendar.Calendars.nothing;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTokenTest {
    private static final Request DORA = by("dora", Role.STAFF);

    @Test
    void a_token_is_its_creators_and_says_whether_their_role_let_them() {
        hall().when(hall -> CreateFeedToken.decide(create(DORA), hall)).then(created("token-1", "dora", false));
        hall().when(hall -> CreateFeedToken.decide(create(by("mona", Role.MANAGER)), hall))
                .then(created("token-1", "mona", true));
    }

    @Test
    void a_token_is_revoked_once_and_what_never_was_is_not_there() {
        hall(created("token-1", "dora", false))
                .when(hall -> RevokeFeedToken.decide(revoke(), hall))
                .then(new FeedTokenRevoked("hall", "token-1", "dora"));
        hall(created("token-1", "dora", false), new FeedTokenRevoked("hall", "token-1", "dora"))
                .when(hall -> RevokeFeedToken.decide(revoke(), hall))
                .thenRefused(new SubjectDoesNotExist("feed token", "token-1"));
    }

    @Test
    void a_closed_calendar_is_given_no_new_token_and_what_it_has_may_be_revoked() {
        hall(created("token-1", "dora", false), new CalendarDeactivated("hall", null))
                .when(closed -> CreateFeedToken.decide(create(DORA), closed))
                .thenRefused(new CalendarIsUnknownOrInactive());
        hall(created("token-1", "dora", false), new CalendarDeactivated("hall", null))
                .when(closed -> RevokeFeedToken.decide(revoke(), closed))
                .then(new FeedTokenRevoked("hall", "token-1", "dora"));
        nothing().when(none -> RevokeFeedToken.decide(revoke(), none)).thenRefused(new CalendarIsUnknownOrInactive());
    }

    @Test
    void ten_tokens_are_enough_for_one_who_reads_a_calendar_and_a_hundred_for_all() {
        hall(created(CreateFeedToken.OF_ONE_MAX, _ -> "dora"))
                .when(hall -> CreateFeedToken.decide(create(DORA), hall))
                .thenRefused(new CalendarHasTooManyFeedTokens("of yours", CreateFeedToken.OF_ONE_MAX));
        hall(created(CreateFeedToken.OF_ONE_MAX, _ -> "bob"))
                .when(hall -> CreateFeedToken.decide(create(DORA), hall))
                .then(created("token-1", "dora", false));
        hall(created(CreateFeedToken.TOKENS_MAX, i -> "reader-" + i))
                .when(hall -> CreateFeedToken.decide(create(DORA), hall))
                .thenRefused(new CalendarHasTooManyFeedTokens("in all", CreateFeedToken.TOKENS_MAX));
    }

    private static CalendarChange[] created(int count, IntFunction<String> by) {
        return IntStream.range(0, count)
                .mapToObj(i -> created("token-of-" + i, by.apply(i), false))
                .toArray(CalendarChange[]::new);
    }

    private static CreateFeedToken create(Request request) {
        return new CreateFeedToken("hall", "token-1", "hash", "Thunderbird", request);
    }

    private static RevokeFeedToken revoke() {
        return new RevokeFeedToken("hall", "token-1", DORA);
    }

    private static FeedTokenCreated created(String id, String by, boolean byManager) {
        return new FeedTokenCreated("hall", id, "hash", "Thunderbird", by, byManager);
    }
}

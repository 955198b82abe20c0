package dev.almanac.command.preference.undo;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.preference.Preferences.ANAS;
import static dev.almanac.command.preference.Preferences.anas;
import static dev.almanac.command.preference.Preferences.mailedTo;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.past.Episode;
import dev.almanac.command.preference.model.PreferenceState;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoPreferenceChangeTest {
    private static final PreferenceChange WORK = anas(mailedTo("ana@venue.test"));
    private static final PreferenceChange HOME = anas(mailedTo("ana@home.test"));

    @Test
    void what_was_replaced_comes_back() {
        undone(episode(Duration.ofMinutes(5)), by("ana", Role.CUSTOMER)).then(WORK);
    }

    @Test
    void behind_what_was_said_first_are_the_defaults() {
        Episode<PreferenceState, PreferenceChange> first =
                new Episode<>("ana", NOW, new PreferenceState.Unsaid(), WORK, List.of());

        undone(first, by("ana", Role.CUSTOMER)).then(anas(NotificationPreferences.DEFAULTS));
    }

    @Test
    void only_who_said_it_takes_it_back_or_an_admin() {
        undone(episode(Duration.ZERO), by("bea", Role.MANAGER)).thenRefused(CallerMayNot.class);
        undone(episode(Duration.ZERO), by("root", Role.ADMIN)).then(WORK);
    }

    @Test
    void after_five_minutes_it_stays() {
        undone(episode(Duration.ofMinutes(5).plusMillis(1)), by("ana", Role.CUSTOMER))
                .thenRefused(ChangeCannotBeUndone.class);
    }

    @Test
    void what_was_replaced_once_more_stays() {
        undone(episode(Duration.ZERO, WORK), by("ana", Role.CUSTOMER)).thenRefused(ChangeCannotBeUndone.class);
    }

    private static Decision<PreferenceChange> undone(
            Episode<PreferenceState, PreferenceChange> episode, Request request) {
        return Decision.given(episode)
                .when(past -> UndoPreferenceChange.decide(new UndoPreferenceChange(ANAS, "change-1", request), past));
    }

    private static Episode<PreferenceState, PreferenceChange> episode(Duration ago, PreferenceChange... since) {
        PreferenceState before = PreferenceState.evolve(new PreferenceState.Unsaid(), WORK);
        return new Episode<>("ana", NOW.minus(ago), before, HOME, List.of(since));
    }
}

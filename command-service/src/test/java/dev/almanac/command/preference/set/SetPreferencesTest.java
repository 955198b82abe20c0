package dev.almanac.command.preference.set;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.preference.Preferences.ANAS;
import static dev.almanac.command.preference.Preferences.anas;
import static dev.almanac.command.preference.Preferences.mailedTo;
import static dev.almanac.command.preference.Preferences.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Role;
import dev.almanac.command.preference.model.PreferenceState;
import dev.almanac.command.preference.model.WantedPreferences;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import dev.almanac.web.Sealer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetPreferencesTest {
    private static final Sealer SEALER = Sealer.of(List.of("dGVzdHMgYWxsIHNoYXJlIHRoaXMgb25lIGtleSwgMzI="));
    private static final String CHAT = "https://hooks.chat.test:8443/services/T1/B2/secret";

    @Test
    void what_is_said_first_is_recorded_whole_even_if_it_is_what_holds_anyway() {
        given().when(wish(NotificationPreferences.DEFAULTS)).then(anas(NotificationPreferences.DEFAULTS));
    }

    @Test
    void what_is_said_anew_replaces_what_was_said() {
        given(anas(mailedTo("ana@venue.test")))
                .when(wish(mailedTo("ana@home.test")))
                .then(anas(mailedTo("ana@home.test")));
    }

    @Test
    void what_holds_already_is_not_recorded_again() {
        given(anas(mailedTo("ana@venue.test")))
                .when(wish(mailedTo("ana@venue.test")))
                .thenNothing();
    }

    @Test
    void a_chat_is_kept_sealed_and_shown_without_what_lets_one_write_there() {
        ChatWebhook kept = kept(CHAT, null);

        assertThat(kept.maskedUrl()).isEqualTo("https://hooks.chat.test:8443/…");
        assertThat(kept.sealedUrl()).doesNotContain("secret", "services");
        assertThat(SEALER.open(kept.sealedUrl(), ANAS)).contains(CHAT);
    }

    @Test
    void the_same_chat_stays_as_it_is_whole_or_masked() {
        ChatWebhook known = kept(CHAT, null);

        assertThat(kept(CHAT, known)).isSameAs(known);
        assertThat(kept(known.maskedUrl(), known)).isSameAs(known);
        given(anas(with(null, known)))
                .when(state -> decide(mailedTo(null), kept(known.maskedUrl(), known), state))
                .thenNothing();
    }

    @Test
    void another_chat_replaces_it_and_none_takes_it_away() {
        ChatWebhook known = kept(CHAT, null);

        assertThat(SEALER.open(kept(CHAT + "2", known).sealedUrl(), ANAS)).contains(CHAT + "2");
        assertThat(ChatAddress.kept(null, known, ANAS, SEALER)).isNull();
    }

    @Test
    void a_chat_whose_key_was_lost_is_sealed_anew() {
        ChatWebhook lost = new ChatWebhook("00000000.c2VhbGVk", "https://hooks.chat.test:8443/…");

        assertThat(SEALER.open(kept(CHAT, lost).sealedUrl(), ANAS)).contains(CHAT);
    }

    @Test
    void a_masked_address_of_which_nothing_is_kept_is_refused() {
        assertThatThrownBy(() -> kept("https://hooks.chat.test:8443/…", null)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> kept("https://other.test/…", kept(CHAT, null))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void without_a_key_no_chat_is_kept() {
        assertThatThrownBy(() -> ChatAddress.kept(CHAT, null, ANAS, Sealer.of(List.of())))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void an_address_of_a_chat_is_in_no_log() {
        assertThat(command(mailedTo(null)).toString()).doesNotContain("secret");
    }

    private static ChatWebhook kept(String url, @Nullable ChatWebhook known) {
        return Objects.requireNonNull(ChatAddress.kept(url, known, ANAS, SEALER));
    }

    private static Decision.Given<PreferenceState> given(PreferenceChange... before) {
        return Decision.given(new PreferenceState.Unsaid(), PreferenceState::evolve, before);
    }

    private static Function<PreferenceState, Outcome<PreferenceChange>> wish(NotificationPreferences wanted) {
        return state -> decide(wanted, null, state);
    }

    private static Outcome<PreferenceChange> decide(
            NotificationPreferences wanted, @Nullable ChatWebhook chat, PreferenceState state) {
        return SetPreferences.decide(command(wanted), chat, state);
    }

    private static SetPreferences command(NotificationPreferences wanted) {
        return new SetPreferences(ANAS, new WantedPreferences(wanted, CHAT), by("ana", Role.CUSTOMER));
    }
}

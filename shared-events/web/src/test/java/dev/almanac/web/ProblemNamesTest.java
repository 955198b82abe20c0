package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemNamesTest {
    private record OverrideNeedsAManager() {}

    private record SlotIsFull() {}

    @Test
    void a_word_of_one_letter_stands_alone() {
        assertThat(ProblemNames.kebab(OverrideNeedsAManager.class)).isEqualTo("override-needs-a-manager");
        assertThat(ProblemNames.kebab(SlotIsFull.class)).isEqualTo("slot-is-full");
        assertThat(ProblemNames.title("override-needs-a-manager")).isEqualTo("Override needs a manager");
    }
}

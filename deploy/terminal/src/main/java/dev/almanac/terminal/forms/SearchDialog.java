package dev.almanac.terminal.forms;

import java.util.List;

/** Words that titles and descriptions hold. */
public record SearchDialog(Form form) implements Dialog {
    private static final String WORDS = "Words";

    public static SearchDialog of(String words) {
        return new SearchDialog(Form.of(
                "Search", List.of(), List.of(new TextField(WORDS, words, "in titles and descriptions")), "search"));
    }

    public String words() {
        return form.text(WORDS);
    }

    @Override
    public SearchDialog with(Form changed) {
        return new SearchDialog(changed);
    }
}

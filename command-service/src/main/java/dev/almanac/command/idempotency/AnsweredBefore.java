package dev.almanac.command.idempotency;

/** The request was answered already: that answer counts, and nothing is done again. */
public final class AnsweredBefore extends RuntimeException {
    private final transient Answer answer;

    AnsweredBefore(Answer answer) {
        super("answered before");
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}

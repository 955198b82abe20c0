package dev.almanac.command.changerequest.interpret;

/**
 * Reads sentences. Ours is a grammar; another one, such as a language model behind an adapter, takes its place as a bean. It
 * gets no more than what it is asked about, and can say no more than {@link Interpretation} has words for.
 */
public interface Interpreter {
    /** For the record, such as {@code grammar}. */
    String name();

    Interpretation interpret(Sentence sentence, Candidates candidates);
}

package dev.almanac.terminal.board;

import java.util.List;

/** What a board becomes, and what is to be done for it. */
public record Step(Board board, List<Effect> effects) {

    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(Board board, Effect... effects) {
        return new Step(board, List.of(effects));
    }
}

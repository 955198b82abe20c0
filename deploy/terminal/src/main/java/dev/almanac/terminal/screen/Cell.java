package dev.almanac.terminal.screen;

/**
 * One place of the grid. What is two columns wide has its text in the first of two cells, and the second one's is empty.
 *
 * @param selected drawn the other way round
 */
public record Cell(String text, Tone tone, boolean selected) {
    static final Cell BLANK = new Cell(" ", Tone.PLAIN, false);

    Cell chosen() {
        return new Cell(text, tone, true);
    }
}

package dev.almanac.query.calendars.export;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.diary.EventItem;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Colours of categories: told apart in print, and each dark enough for white paper. Text is never written in them. */
final class PdfColors {
    static final Color TEXT = new Color(0x1F2933);
    static final Color FAINT = new Color(0x52606D);
    static final Color LINE = new Color(0xCBD2D9);
    static final Color SHADE = new Color(0xF5F7FA);
    private static final Color UNSORTED = new Color(0x7B8794);
    private static final String NO_CATEGORY = "no category";
    private static final List<Color> PALETTE = List.of(
            new Color(0x2F6DB5),
            new Color(0x2E8B57),
            new Color(0xB8572A),
            new Color(0x7A4FB0),
            new Color(0xA8326E),
            new Color(0x1C8A8A),
            new Color(0x8A6D1C),
            new Color(0x4C5FD5),
            new Color(0x5C8A1C),
            new Color(0xC0392B));
    private final SequencedMap<String, Color> byCategory = new LinkedHashMap<>();

    PdfColors(List<EventItem> events) {
        TreeSet<String> categories =
                events.stream().map(PdfColors::category).collect(Collectors.toCollection(TreeSet::new));
        categories.remove(NO_CATEGORY);
        categories.forEach(category -> byCategory.put(category, PALETTE.get(byCategory.size() % PALETTE.size())));
        if (events.stream().anyMatch(event -> category(event).equals(NO_CATEGORY))) {
            byCategory.put(NO_CATEGORY, UNSORTED);
        }
    }

    private static String category(EventItem event) {
        return Objects.requireNonNullElse(event.category(), NO_CATEGORY);
    }

    Map<String, Color> legend() {
        return byCategory;
    }

    Color of(EventItem event) {
        return byCategory.getOrDefault(category(event), UNSORTED);
    }

    /** As a ground on which text stands. */
    static Color pale(Color color) {
        return new Color(pale(color.getRed()), pale(color.getGreen()), pale(color.getBlue()));
    }

    private static int pale(int part) {
        return 255 - (255 - part) / 7;
    }

    static Color of(ConflictLevel level) {
        return switch (level) {
            case NONE -> FAINT;
            case MINOR -> new Color(0x9A6700);
            case MODERATE -> new Color(0xBC4C00);
            case SEVERE, CRITICAL -> new Color(0xB42318);
        };
    }
}

package dev.almanac.query.calendars.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fonts of printed calendars. DejaVu is on board: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and symbols.
 * Chinese, Japanese and Korean are left to the fonts that PDF readers bring. For other scripts Noto's fonts are looked for in the
 * folders of the machine.
 */
@Component
class PdfFonts {
    private static final Logger LOG = LoggerFactory.getLogger(PdfFonts.class);
    private static final String BOARD = "net/sf/jasperreports/fonts/dejavu/";
    private static final int DEPTH_MAX = 6;
    /** Of one script; the files of other scripts are not even opened. */
    private static final int FILES_MAX = 4;

    private static final ReaderFont CHINESE = new ReaderFont("STSong-Light", "UniGB-UCS2-H");
    private static final ReaderFont JAPANESE = new ReaderFont("HeiseiKakuGo-W5", "UniJIS-UCS2-H");
    private static final ReaderFont KOREAN = new ReaderFont("HYGoThic-Medium", "UniKS-UCS2-H");

    /** A box, as readers know it from fonts that lack a character. */
    private static final int MISSING = 0x25A1;

    private final List<Path> folders;
    private final BaseFont regular;
    private final BaseFont bold;
    private final Map<UnicodeScript, List<BaseFont>> ofScripts = new ConcurrentHashMap<>();

    PdfFonts(ExportProperties properties) {
        this.folders = properties.fonts();
        this.regular = onBoard("DejaVuSansCondensed.ttf");
        this.bold = onBoard("DejaVuSansCondensed-Bold.ttf");
    }

    /** The font that shows a character; what none shows is shown as a box. */
    BaseFont of(int character, boolean isBold) {
        BaseFont own = isBold ? bold : regular;
        if (own.charExists(character) || character == MISSING) {
            return own;
        }
        return ofScripts.computeIfAbsent(UnicodeScript.of(character), this::ofScript).stream()
                .filter(font -> font.charExists(character))
                .findFirst()
                .orElse(own);
    }

    private List<BaseFont> ofScript(UnicodeScript script) {
        return switch (script) {
            case INHERITED, UNKNOWN, LATIN, GREEK, CYRILLIC -> List.of();
            // What DejaVu lacks of these is punctuation between ideographs, for the most part.
            case COMMON -> eastAsian(JAPANESE, CHINESE);
            case HAN, BOPOMOFO -> eastAsian(CHINESE, JAPANESE, KOREAN);
            case HIRAGANA, KATAKANA -> eastAsian(JAPANESE);
            case HANGUL -> eastAsian(KOREAN);
            default -> ofMachine(script.name().replace("_", ""));
        };
    }

    private List<BaseFont> eastAsian(ReaderFont... readers) {
        List<BaseFont> ofMachine = ofMachine("CJK");
        return ofMachine.isEmpty()
                ? Arrays.stream(readers).map(ReaderFont::read).toList()
                : ofMachine;
    }

    private List<BaseFont> ofMachine(String script) {
        String start = "notosans" + script.toLowerCase(Locale.ROOT) + "-regular.";
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, start).stream())
                .limit(FILES_MAX)
                .flatMap(file -> read(file).stream())
                .limit(1)
                .toList();
    }

    private static List<Path> files(Path folder, String start) {
        try (Stream<Path> files = Files.find(
                folder,
                DEPTH_MAX,
                (file, _) ->
                        file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith(start))) {
            return files.limit(FILES_MAX).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Fonts in {} cannot be looked for", folder, e);
            return List.of();
        }
    }

    private static Optional<BaseFont> read(Path file) {
        String name = file.toString().endsWith(".ttc") ? file + ",0" : file.toString();
        try {
            return Optional.of(BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The font {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /** A font that every PDF reader knows by its name. */
    private record ReaderFont(String name, String encoding) {
        BaseFont read() {
            try {
                return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static BaseFont onBoard(String name) {
        try (InputStream file = Objects.requireNonNull(
                PdfFonts.class.getClassLoader().getResourceAsStream(BOARD + name), () -> "no font " + name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stretch of text that one font shows. */
    record Run(String text, BaseFont font) {}

    List<Run> runs(String text, boolean isBold) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        BaseFont current = null;
        for (int character : text.codePoints().map(PdfFonts::printable).toArray()) {
            BaseFont font = of(character, isBold);
            if (current != null && !font.equals(current)) {
                runs.add(new Run(run.toString(), current));
                run.setLength(0);
            }
            current = font;
            run.appendCodePoint(font.charExists(character) ? character : MISSING);
        }
        if (current != null) {
            runs.add(new Run(run.toString(), current));
        }
        return runs;
    }

    private static int printable(int character) {
        return Character.isISOControl(character) ? ' ' : character;
    }

    float width(String text, float size, boolean isBold) {
        float width = 0;
        for (Run run : runs(text, isBold)) {
            width += run.font().getWidthPoint(run.text(), size);
        }
        return width;
    }
}

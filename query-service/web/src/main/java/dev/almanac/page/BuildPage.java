package dev.almanac.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code BuildPage SOURCES DOCUMENTS TARGET} leaves what is served in {@code TARGET/classes/page}. */
public final class BuildPage {
    private BuildPage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            build(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        } catch (BuildFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path sources, Path documents, Path target) throws IOException, InterruptedException {
        Path generated = target.resolve("generated").resolve("scripts");
        OperationsTable.of(documents).writeTo(generated.resolve("generated").resolve("operations.js"));
        List<WebJar> webJars = WebJar.onClassPath();
        Bundle bundle = new Bundle(target.resolve("bundle"), webJars);
        bundle.make(List.of(sources.resolve("scripts"), generated));

        PageFolder page = PageFolder.emptied(target.resolve("classes").resolve("page"));
        page.copy(sources);
        page.copyScripts(sources, Bundle.START);
        page.write("styles.css", Styles.joined(sources.resolve("styles")));
        page.write("licenses.txt", WebJar.licences(webJars));
        bundle.copyTo(page);
        page.compress();
        page.list();
    }
}

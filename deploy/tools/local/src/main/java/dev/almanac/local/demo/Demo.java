package dev.almanac.local.demo;

import dev.almanac.local.demo.plan.Call;
import dev.almanac.local.demo.plan.Chapter;
import dev.almanac.local.demo.plan.Plan;
import dev.almanac.local.machine.StartFailure;
import java.io.Console;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Fills a suite once. What is killed amid that goes on where it was, for each request bears a key of its own. */
public final class Demo {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What became of it.
     *
     * @param wasThere whether an earlier start had filled the suite
     */
    public record Outcome(boolean wasThere, int refused) {}

    private final Api api;
    private final Path data;
    private final Clock clock;
    private final Progress progress;

    public Demo(String front, String issuer, Path data, Clock clock, PrintStream out) {
        this.api = new Api(front, issuer);
        this.data = data;
        this.clock = clock;
        this.progress = new Progress(out, isWatched());
    }

    /** Since JDK 25 there is no console again where nobody looks on. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    public Outcome fill() throws InterruptedException {
        Filled filled = Filled.in(data, clock.instant());
        if (filled.done()) {
            return new Outcome(true, 0);
        }
        int refused = 0;
        References references = new References();
        List<Chapter> chapters = Plan.from(filled.begun().atZone(ZoneOffset.UTC));
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            refused += fill(chapters.get(chapter), "demo-" + filled.begun() + "-" + chapter, references);
        }
        var _ = filled.whole();
        return new Outcome(false, refused);
    }

    private int fill(Chapter chapter, String key, References references) throws InterruptedException {
        int refused = 0;
        int of = chapter.calls().size();
        for (int done = 0; done < of; done++) {
            progress.tell(chapter.title(), done, of);
            Call call = references.resolve(chapter.calls().get(done));
            HttpResponse<String> answer = api.send(call, key + "-" + done);
            if (answer.statusCode() >= 400) {
                refused++;
            }
            keep(call, answer, references);
        }
        progress.tell(chapter.title(), of, of);
        return refused;
    }

    /** Whatever is referred to later has to be there. */
    private static void keep(Call call, HttpResponse<String> answer, References references) {
        String name = call.keeps();
        if (name == null) {
            return;
        }
        if (answer.statusCode() >= 400) {
            throw new StartFailure("the demo's " + name + " was refused: " + answer.body());
        }
        references.keep(name, JSON.readTree(answer.body()).get("id").asString());
    }
}

package dev.almanac.local.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.almanac.local.Suite;
import dev.almanac.local.story.SharedSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out pages of one browser, which starts with the first test that asks for one. Where none is, tests are skipped. */
final class Browsing implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    static final Path KEPT = Path.of("target", "page");
    private static final Namespace NAMESPACE = Namespace.create(Browsing.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Chromium chromium = Chromium.ofThisMachine();
        return chromium.isRequired() || chromium.found().isPresent()
                ? ConditionEvaluationResult.enabled("in Chromium")
                : ConditionEvaluationResult.disabled(chromium.absent());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Visit.class);
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Visit visit = parameter.findAnnotation(Visit.class).orElseThrow();
        Suite suite = SharedSuite.of(context);
        Page page = visitors(context)
                .add(new Visitor(browser(context).newContext(options(visit, suite))))
                .page();
        if (!visit.as().isEmpty()) {
            SignIn.as(visit.as(), page, suite);
        }
        return page;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        visitors(context).settle(context.getExecutionException().isEmpty(), provoked(context), KEPT, test);
    }

    private static List<Pattern> provoked(ExtensionContext context) {
        Provokes provokes = context.getRequiredTestMethod().getAnnotation(Provokes.class);
        return provokes == null
                ? List.of()
                : Stream.of(provokes.value()).map(Pattern::compile).toList();
    }

    private static NewContextOptions options(Visit visit, Suite suite) {
        return new NewContextOptions()
                .setBaseURL(suite.frontUrl())
                .setLocale(visit.locale())
                .setTimezoneId(visit.timeZone())
                .setViewportSize(visit.width(), visit.height())
                .setHasTouch(visit.touch())
                .setColorScheme(visit.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                // What moves is seen half way.
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static Visitors visitors(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Visitors.class, _ -> new Visitors(), Visitors.class);
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        StartedBrowser.class,
                        _ -> StartedBrowser.of(Chromium.ofThisMachine().orFail()),
                        StartedBrowser.class)
                .browser();
    }
}

package dev.almanac.testing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Tests that ask for the same application run one after the other. Spring keeps few applications at once, and in the order of
 * files it would start the shared one again and again.
 */
public final class BySharedApplication implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(comparing(BySharedApplication::application));
    }

    /** Whatever decides about the application stands in annotations of the class. */
    private static String application(ClassDescriptor test) {
        return Arrays.stream(test.getTestClass().getAnnotations())
                .map(Annotation::toString)
                .sorted()
                .collect(joining());
    }
}

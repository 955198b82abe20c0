package dev.almanac.page;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name of the API as the generated clients call it: {@code If-None-Match} is {@code ifNoneMatch}. */
final class ArgumentName {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z][A-Za-z0-9]*)*");
    /** The generator calls these otherwise. */
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "await",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "double",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "function",
            "goto",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "let",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "transient",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "volatile",
            "while",
            "with",
            "yield");

    private ArgumentName() {}

    static String of(String name) {
        if (!WORDS.matcher(name).matches() || RESERVED.contains(name)) {
            throw new BuildFailure("nobody knows what the generator calls the parameter " + name);
        }
        String joined = Stream.of(name.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }
}

package dev.almanac.local.watching;

import dev.almanac.local.watching.PromToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * As much of PromQL as dashboards and alerts use, strictly: what it does not know is an error. It is read for the metrics and the
 * labels that it names.
 */
final class PromQl {
    /**
     * A metric, as it is asked for.
     *
     * @param equal labels that must have a value
     * @param labels all that it must have: named in its braces, or by what adds it up or joins it with others
     */
    record Selector(String metric, Map<String, String> equal, Set<String> labels) {
        Selector {
            equal = Map.copyOf(equal);
            labels = Set.copyOf(labels);
        }

        Selector with(Set<String> more) {
            Set<String> all = new TreeSet<>(labels);
            all.addAll(more);
            return new Selector(metric, equal, all);
        }
    }

    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count", "topk", "quantile");
    private static final Set<String> FUNCTIONS = Set.of(
            "rate",
            "increase",
            "histogram_quantile",
            "avg_over_time",
            "max_over_time",
            "clamp_min",
            "vector",
            "scalar",
            "changes",
            "absent",
            "label_replace");
    private static final Set<String> JOINS =
            Set.of("+", "-", "*", "/", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");

    private final List<PromToken> tokens;
    private int at;

    private PromQl(String expression) {
        this.tokens = PromToken.of(expression);
    }

    /** Whatever metrics it asks for. */
    static List<Selector> selectors(String expression) {
        PromQl promQl = new PromQl(expression);
        List<Selector> found = promQl.expression();
        promQl.take(Kind.END, "the end");
        return found;
    }

    private List<Selector> expression() {
        List<Selector> all = new ArrayList<>(operand());
        while (JOINS.contains(peek().text()) && peek().kind() != Kind.TEXT) {
            next();
            Set<String> on = new TreeSet<>();
            if (isNext("bool")) {
                next();
            }
            if (isNext("on")) {
                next();
                on.addAll(labels());
            } else if (isNext("ignoring")) {
                next();
                labels();
            }
            if (isNext("group_left") || isNext("group_right")) {
                next();
                if (isNext("(")) {
                    labels();
                }
            }
            all.addAll(operand());
            all.replaceAll(selector -> selector.with(on));
        }
        return all;
    }

    private List<Selector> operand() {
        if (isNext("-")) {
            next();
        }
        PromToken first = next();
        return switch (first.kind()) {
            case NUMBER -> List.of();
            case SIGN -> first.text().equals("(") ? inParentheses() : unknown(first);
            case NAME -> named(first.text());
            case TEXT, RANGE, END -> unknown(first);
        };
    }

    private List<Selector> inParentheses() {
        List<Selector> inside = expression();
        take(Kind.SIGN, ")");
        return inside;
    }

    private List<Selector> named(String name) {
        if (AGGREGATIONS.contains(name)) {
            return aggregation();
        }
        if (FUNCTIONS.contains(name)) {
            take(Kind.SIGN, "(");
            return arguments();
        }
        if (isNext("(")) {
            throw new IllegalArgumentException("no function is known as " + name);
        }
        return List.of(selector(name));
    }

    private List<Selector> aggregation() {
        Set<String> by = grouping();
        take(Kind.SIGN, "(");
        List<Selector> inside = arguments();
        by.addAll(grouping());
        return inside.stream().map(selector -> selector.with(by)).toList();
    }

    private Set<String> grouping() {
        Set<String> by = new TreeSet<>();
        if (isNext("by")) {
            next();
            by.addAll(labels());
        }
        return by;
    }

    private List<Selector> arguments() {
        List<Selector> all = new ArrayList<>();
        while (true) {
            if (peek().kind() == Kind.TEXT) {
                next();
            } else {
                all.addAll(expression());
            }
            if (isNext(")")) {
                next();
                return all;
            }
            take(Kind.SIGN, ",");
        }
    }

    private Selector selector(String metric) {
        Map<String, String> equal = new LinkedHashMap<>();
        Set<String> labels = new TreeSet<>();
        if (isNext("{")) {
            next();
            while (!isNext("}")) {
                matcher(equal, labels);
                if (isNext(",")) {
                    next();
                }
            }
            next();
        }
        if (peek().kind() == Kind.RANGE) {
            next();
        }
        if (isNext("offset")) {
            next();
            next();
        }
        return new Selector(metric, equal, labels);
    }

    private void matcher(Map<String, String> equal, Set<String> labels) {
        String label = next().text();
        String operator = next().text();
        PromToken value = next();
        if (value.kind() != Kind.TEXT || !Set.of("=", "!=", "=~", "!~").contains(operator)) {
            unknown(value);
        }
        labels.add(label);
        if (operator.equals("=")) {
            equal.put(label, value.text());
        }
    }

    private Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        take(Kind.SIGN, "(");
        while (!isNext(")")) {
            labels.add(next().text());
            if (isNext(",")) {
                next();
            }
        }
        next();
        return labels;
    }

    private PromToken peek() {
        return at < tokens.size() ? tokens.get(at) : PromToken.THE_END;
    }

    private PromToken next() {
        PromToken token = peek();
        at++;
        return token;
    }

    private boolean isNext(String text) {
        return peek().kind() != Kind.TEXT && peek().text().equals(text);
    }

    private void take(Kind kind, String text) {
        PromToken token = next();
        if (token.kind() != kind || !token.text().equals(text)) {
            throw new IllegalArgumentException("expected " + text + " and found " + token.text());
        }
    }

    private static List<Selector> unknown(PromToken token) {
        throw new IllegalArgumentException("cannot read " + token.text());
    }
}

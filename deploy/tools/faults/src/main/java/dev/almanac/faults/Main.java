package dev.almanac.faults;

import dev.almanac.faults.check.Check;
import dev.almanac.faults.check.Verdict;
import dev.almanac.faults.fault.Fault;
import dev.almanac.faults.fault.Faults;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** What {@code deploy/faults/run} runs. Exits with 1 when a promise was broken. */
final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Plan plan;
        try {
            plan = Plan.parse(new SecureRandom().nextLong(), args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        if (plan.help()) {
            System.out.printf(Plan.HELP, Faults.all().stream().map(Fault::name).collect(Collectors.joining(", ")));
            return;
        }
        System.exit(isGood(plan) ? 0 : 1);
    }

    private static boolean isGood(Plan plan) throws IOException, InterruptedException {
        System.out.printf("seed %d, history and logs in %s%n", plan.seed(), plan.folder());
        try (Trial trial = Trial.begin(plan, Main::tell)) {
            trial.go();
            Verdict verdict = trial.verdict(Check.RECOVERY);
            System.out.print(verdict.text());
            return verdict.isGood();
        }
    }

    private static void tell(String line) {
        System.out.println(line);
    }
}

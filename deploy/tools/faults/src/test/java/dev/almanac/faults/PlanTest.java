package dev.almanac.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.faults.fault.Fault;
import dev.almanac.faults.fault.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void does_each_fault_once_that_does_not_take_long_unless_told_otherwise() {
        Plan plan = Plan.parse(42);

        assertThat(plan.seed()).isEqualTo(42);
        assertThat(plan.lasts()).isZero();
        assertThat(plan.brokers()).isEqualTo(3);
        assertThat(plan.instances()).isEqualTo(2);
        assertThat(plan.faults()).extracting(Fault::name).isEqualTo(names(shortOnes()));
        assertThat(plan.faults()).extracting(Fault::name).contains("kill-kafka").doesNotContain("replay");
    }

    @Test
    void does_one_that_takes_long_when_it_is_named() {
        assertThat(Plan.parse(42, "--only", "replay").faults())
                .extracting(Fault::name)
                .containsExactly("replay");
    }

    @Test
    void faults_are_chosen_by_how_their_names_begin_and_done_in_the_order_of_all() {
        Plan plan = Plan.parse(42, "--only", "kill-k,poison", "--seed", "7", "--minutes", "3");

        assertThat(plan.faults()).extracting(Fault::name).containsExactly("poison", "kill-kafka");
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.lasts()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void says_in_one_line_what_is_wrong() {
        assertThatThrownBy(() -> Plan.parse(1, "--seed", "many")).hasMessage("--seed takes a number, not many");
        assertThatThrownBy(() -> Plan.parse(1, "--only")).hasMessage("--only needs a value");
        assertThatThrownBy(() -> Plan.parse(1, "--only", "flood")).hasMessageContaining("no fault is named [flood]");
        assertThatThrownBy(() -> Plan.parse(1, "--instances", "4"))
                .hasMessage("--instances takes a number from 1 to 3");
        assertThatThrownBy(() -> Plan.parse(1, "--fast")).hasMessageContaining("unknown flag --fast");
    }

    private static List<Fault> shortOnes() {
        return Faults.all().stream().filter(fault -> !fault.takesLong()).toList();
    }

    private static List<String> names(List<Fault> faults) {
        return faults.stream().map(Fault::name).toList();
    }
}

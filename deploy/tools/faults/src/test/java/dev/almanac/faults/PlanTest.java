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
    void does_each_fault_once_unless_told_otherwise() {
        Plan plan = Plan.parse(42);

        assertThat(plan.seed()).isEqualTo(42);
        assertThat(plan.lasts()).isZero();
        assertThat(plan.brokers()).isEqualTo(3);
        assertThat(plan.instances()).isEqualTo(2);
        assertThat(plan.faults()).extracting(Fault::name).isEqualTo(names(Faults.all()));
    }

    @Test
    void faults_are_chosen_by_how_their_names_begin() {
        Plan plan = Plan.parse(42, "--only", "kill-k,poison", "--seed", "7", "--minutes", "3");

        assertThat(plan.faults()).extracting(Fault::name).containsExactly("kill-kafka", "poison");
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

    private static List<String> names(List<Fault> faults) {
        return faults.stream().map(Fault::name).toList();
    }
}

package dev.almanac.local;

import dev.almanac.local.machine.Probe;
import java.util.List;

/**
 * One process of the suite.
 *
 * @param ports that must be free before it starts
 * @param jvm options of its Java virtual machine
 * @param startCache what is kept of how it starts
 * @param program class path, main class and arguments
 * @param ready whether it answers
 * @param niceness how far it stands back where all share the processors of one machine, as {@code nice} counts it
 */
public record Part(
        String name,
        List<Integer> ports,
        List<String> jvm,
        StartCache startCache,
        List<String> program,
        Probe ready,
        int niceness) {
    private static final int BEHIND_ALL = 10;

    public Part {
        ports = List.copyOf(ports);
        jvm = List.copyOf(jvm);
        program = List.copyOf(program);
    }

    /** The same, standing back behind all others. */
    Part standingBack() {
        return new Part(name, ports, jvm, startCache, program, ready, BEHIND_ALL);
    }
}

package dev.almanac.local;

import java.util.List;

/**
 * One process of the suite.
 *
 * @param ports that must be free before it starts
 * @param jvm options of its Java virtual machine
 * @param program class path, main class and arguments
 * @param ready whether it answers
 */
public record Part(String name, List<Integer> ports, List<String> jvm, List<String> program, Probe ready) {

    public Part {
        ports = List.copyOf(ports);
        jvm = List.copyOf(jvm);
        program = List.copyOf(program);
    }
}

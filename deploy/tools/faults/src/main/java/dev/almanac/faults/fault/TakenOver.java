package dev.almanac.faults.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Parts are killed as kill -9 does, and stay away until the others have taken over: recovery is theirs. */
record TakenOver(String name, Function<Field, List<String>> which, Set<String> gone) implements Fault {

    TakenOver(String name, Function<Field, List<String>> which) {
        this(name, which, ConcurrentHashMap.newKeySet());
    }

    @Override
    public boolean needsSeveral() {
        return true;
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        List<String> parts = which.apply(field);
        gone.addAll(parts);
        field.killTogether(parts);
    }

    @Override
    public void cleanUp(Field field) throws InterruptedException {
        List<String> parts = List.copyOf(gone);
        gone.clear();
        field.startAgain(parts);
        for (String part : parts) {
            field.awaitReady(part);
        }
    }
}

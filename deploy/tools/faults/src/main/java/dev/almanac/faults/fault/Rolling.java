package dev.almanac.faults.fault;

import java.util.List;
import java.util.Map;

/**
 * Every instance of every service is stopped in good order and started again while the others of its kind go on.
 *
 * @param inTurn one after the other; else the first of each service together, then the second of each
 */
record Rolling(String name, boolean inTurn) implements Fault {

    @Override
    public boolean needsSeveral() {
        return true;
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        for (int n = 0; n < 2; n++) {
            List<String> wave = wave(field, n);
            if (inTurn) {
                for (String part : wave) {
                    restart(field, part);
                }
            } else {
                Field.together(wave, part -> restart(field, part));
            }
        }
    }

    private static List<String> wave(Field field, int n) {
        return Field.SERVICES.stream()
                .map(field::instances)
                .filter(instances -> instances.size() > n)
                .map(instances -> instances.get(n))
                .toList();
    }

    private static void restart(Field field, String part) throws InterruptedException {
        field.suite().stop(part);
        field.suite().launch(part, Map.of());
        field.awaitReady(part);
    }
}

package dev.almanac.conflict;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.TimeSlot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A university's week in the format of the International Timetabling Competition 2007 (curriculum-based track): courses
 * with their teachers, curricula whose courses must not meet at once, when courses are unavailable, and a solution that
 * gives each lecture a room, a day and a period.
 */
record Timetable(
        Map<String, String> teachers,
        Map<String, List<String>> curricula,
        List<Unavailable> unavailable,
        List<Lecture> lectures) {

    record Unavailable(String course, TimeSlot slot) {}

    record Lecture(String id, String course, String room, TimeSlot slot) {}

    static Timetable read(String instance, String solution) {
        Map<String, String> teachers = new LinkedHashMap<>();
        Map<String, List<String>> curricula = new LinkedHashMap<>();
        List<Unavailable> unavailable = new ArrayList<>();
        String section = "";
        for (String line : lines(instance)) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (words.size() == 1) {
                section = words.getFirst();
                continue;
            }
            switch (section) {
                case "COURSES:" -> teachers.put(words.get(0), words.get(1));
                case "CURRICULA:" -> curricula.put(words.get(0), words.subList(2, words.size()));
                case "UNAVAILABILITY_CONSTRAINTS:" ->
                    unavailable.add(new Unavailable(words.get(0), slot(words.get(1), words.get(2))));
                default -> {}
            }
        }
        return new Timetable(teachers, curricula, unavailable, lectures(solution));
    }

    private static List<Lecture> lectures(String solution) {
        List<Lecture> lectures = new ArrayList<>();
        for (String line : lines(solution)) {
            List<String> words = List.of(line.strip().split("\\s+"));
            String id = "lecture-%03d".formatted(lectures.size());
            lectures.add(new Lecture(id, words.get(0), words.get(1), slot(words.get(2), words.get(3))));
        }
        return lectures;
    }

    /** Days and periods count from 0; a period takes an hour and a half, with half an hour until the next. */
    private static TimeSlot slot(String day, String period) {
        TimeSlot first = Stream.hours(8, 10);
        var start = first.start().plusSeconds(86_400L * Integer.parseInt(day) + 7_200L * Integer.parseInt(period));
        return new TimeSlot(start, start.plusSeconds(5_400));
    }

    private static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(Timetable.class.getResourceAsStream("/timetable/" + name))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

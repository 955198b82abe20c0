package dev.almanac.local.demo.plan;

import static dev.almanac.local.demo.plan.Hall.CHAMBER_HALL;
import static dev.almanac.local.demo.plan.Hall.COURSE_ROOM;
import static dev.almanac.local.demo.plan.Hall.FOYER;
import static dev.almanac.local.demo.plan.Hall.GREAT_HALL;
import static dev.almanac.local.demo.plan.Hall.REHEARSAL_ROOM;
import static dev.almanac.local.demo.plan.Hall.STUDIO;
import static dev.almanac.local.demo.plan.Need.CLARA;
import static dev.almanac.local.demo.plan.Need.JONAS;
import static dev.almanac.local.demo.plan.Need.MIRA;
import static dev.almanac.local.demo.plan.Need.PA_SYSTEM;
import static dev.almanac.local.demo.plan.Need.STEINWAY;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** A week in the venue. */
final class Programme {
    private static final String CONCERT = "concert";
    private static final String REHEARSAL = "rehearsal";
    private static final String RECORDING = "recording";
    private static final String PRIVATE = "private";
    private static final String COURSE = "course";

    /** On Saturdays the gala needs the pianist, and so does whoever records late in the studio: somebody has to give way. */
    static final Slot GALA = slot(
            GREAT_HALL, SATURDAY, "19:30", "22:00", CONCERT, titles("Gala", "Operetta night", "Film music"), CLARA);

    static final Slot LATE_RECORDING = slot(
            STUDIO,
            SATURDAY,
            "20:00",
            "22:00",
            RECORDING,
            titles("Piano album, session", "Audio drama, session"),
            CLARA);

    static final List<Slot> WEEK = List.of(
            slot(GREAT_HALL, TUESDAY, "10:00", "13:00", REHEARSAL, titles("Orchestra rehearsal"), MIRA),
            slot(
                    GREAT_HALL,
                    THURSDAY,
                    "19:30",
                    "22:00",
                    CONCERT,
                    titles("Symphony no. 7", "Violin concerto", "An evening of waltzes", "Requiem"),
                    MIRA,
                    JONAS),
            slot(
                    GREAT_HALL,
                    FRIDAY,
                    "19:30",
                    "22:15",
                    CONCERT,
                    titles("Big band", "A night of tango", "Songwriters in the round"),
                    JONAS,
                    PA_SYSTEM),
            slot(
                    GREAT_HALL,
                    SATURDAY,
                    "10:30",
                    "11:30",
                    CONCERT,
                    titles("Concert for children", "Open rehearsal"),
                    MIRA),
            GALA,
            slot(GREAT_HALL, SUNDAY, "11:00", "12:30", CONCERT, titles("Matinee", "Organ matinee"), STEINWAY),
            slot(
                    CHAMBER_HALL,
                    WEDNESDAY,
                    "19:00",
                    "21:00",
                    CONCERT,
                    titles("String quartet", "Wind quintet", "Lieder")),
            slot(
                    CHAMBER_HALL,
                    THURSDAY,
                    "17:30",
                    "18:45",
                    "lecture",
                    titles("On tonight's concert", "Composer's talk")),
            slot(CHAMBER_HALL, FRIDAY, "20:00", "22:00", CONCERT, titles("Jazz trio", "New music")),
            slot(CHAMBER_HALL, SUNDAY, "17:00", "19:00", CONCERT, titles("Song recital", "Piano recital"), CLARA),
            slot(STUDIO, MONDAY, "10:00", "13:00", RECORDING, titles("Podcast", "Audiobook"), JONAS),
            slot(STUDIO, MONDAY, "14:00", "18:00", RECORDING, titles("Strings for a film", "Choir overdubs"), JONAS),
            slot(STUDIO, WEDNESDAY, "10:00", "16:00", RECORDING, titles("Band in session", "Radio play")),
            slot(STUDIO, FRIDAY, "10:00", "13:00", RECORDING, titles("Voice-over")),
            LATE_RECORDING,
            slot(REHEARSAL_ROOM, MONDAY, "15:00", "17:00", REHEARSAL, titles("Youth orchestra")),
            slot(
                    REHEARSAL_ROOM,
                    WEDNESDAY,
                    "09:00",
                    "12:00",
                    REHEARSAL,
                    titles("Ensemble", "Soloists with orchestra"),
                    MIRA),
            slot(REHEARSAL_ROOM, SATURDAY, "13:00", "16:00", PRIVATE, titles("Wedding band", "School choir", "Rental")),
            slot(FOYER, THURSDAY, "18:45", "19:30", PRIVATE, titles("Reception of the friends", "Sponsors' reception")),
            slot(
                    FOYER,
                    FRIDAY,
                    "17:00",
                    "19:00",
                    PRIVATE,
                    titles("Wine tasting", "Book launch", "Opening of an exhibition")),
            slot(FOYER, SATURDAY, "18:00", "19:15", PRIVATE, titles("Gala reception")),
            slot(COURSE_ROOM, MONDAY, "18:00", "20:00", COURSE, titles("Reading scores", "Conducting for beginners")),
            slot(
                    COURSE_ROOM,
                    TUESDAY,
                    "14:00",
                    "17:00",
                    PRIVATE,
                    titles("Rental: language school", "Rental: town council")),
            slot(
                    COURSE_ROOM,
                    THURSDAY,
                    "09:00",
                    "12:00",
                    COURSE,
                    titles("Sound engineering", "Stage safety"),
                    PA_SYSTEM));

    private Programme() {}

    private static Slot slot(
            Hall hall, DayOfWeek day, String start, String end, String category, List<String> titles, Need... needs) {
        return new Slot(hall, day, LocalTime.parse(start), LocalTime.parse(end), category, titles, List.of(needs));
    }

    private static List<String> titles(String... titles) {
        return List.of(titles);
    }
}

package dev.almanac.command.changerequest.interpret;

import dev.almanac.command.changerequest.interpret.Piece.Beyond;
import dev.almanac.command.changerequest.interpret.Piece.Doing;
import java.util.List;

/** What is to be done, and what no intention has. */
final class VerbPhrases {
    static final List<Phrase> ALL = List.of(
            parted("setze?n?", "fort", Verb.RESUME),
            parted("fuhre?n?", "fort", Verb.RESUME),
            parted("schalte?n?", "(?:an|ein)", Verb.RESUME),
            parted("schalte?n?", "(?:ab|aus)", Verb.DISABLE),
            parted("halte?n?", "an", Verb.PAUSE),
            parted("fuhre?n?", "aus", Verb.RUN),
            parted("sage?n?", "ab", Verb.CANCEL),
            parted("lass(?:e|en)?", "(?:aus|weg)", Verb.SKIP),
            verb(
                    "move|reschedule|shift|change|postpone|put (?:off|back)|push(?: back)?|adjust|update|switch",
                    Verb.MOVE),
            weak("set|put|bring|make|setzen?|stellen?", Verb.MOVE),
            verb("verschieben?|verschiebt|verlegen?|verlegt|andern?|umplanen|umlegen|ziehe?n?", Verb.MOVE),
            verb("verschoben|verlegt|geandert", Verb.MOVE),
            weak("run", Verb.RUN),
            verb("execute|trigger|fire|kick off|start|launch", Verb.RUN),
            verb("ausfuhren|starten?|laufen lassen|anstossen", Verb.RUN),
            verb("pause|suspend|halt|hold(?: off)?|snooze|freeze", Verb.PAUSE),
            verb("pausieren?|pausiert|anhalten|aussetzen|unterbrich|unterbrechen", Verb.PAUSE),
            verb(
                    "resume|unpause|un-pause|continue|enable|reactivate|re-enable|activate|(?:turn|switch) on|unfreeze",
                    Verb.RESUME),
            verb("fortsetzen|fortfuhren|weiterlaufen|reaktivieren?|aktivieren?|anschalten|einschalten", Verb.RESUME),
            verb("disable|deactivate|stop|(?:turn|switch|shut) off|shut down", Verb.DISABLE),
            verb("deaktivieren?|abschalten|ausschalten|abstellen|stoppen?|stopp", Verb.DISABLE),
            verb("skip|omit|leave out|drop", Verb.SKIP),
            verb("uberspringen?|ueberspringen?|auslassen|ausfallen(?: lassen)?|weglassen", Verb.SKIP),
            verb("cancel|call off|scrap", Verb.CANCEL),
            verb("absagen|stornieren?|streichen?", Verb.CANCEL),
            beyond(
                    "(?:twice|\\d+ times|zweimal|dreimal|\\d+ ?mal) (?:an? |per |pro |am )?(?:hour|day|week|month|tag|woche|taglich|wochentlich)",
                    "Say at which times"),
            beyond("forward|back|vor|backwards?|forwards?", "Say earlier or later"),
            beyond(
                    "delete|remove|erase|destroy|wipe|drop table|truncate|purge|loschen?|entfernen?",
                    "Nothing is deleted by a sentence"),
            beyond("create|add|invite|new|erstellen?|anlegen|hinzufugen|einladen", "Nothing is created by a sentence"),
            beyond("rename|call it|umbenennen|benennen?", "Names are not changed by a sentence"),
            beyond("share|grant|assign|approve|teilen?|freigeben", "Rights are not changed by a sentence"),
            beyond(
                    "don't|dont|do not|not|never|no longer|nicht|kein(?:e[nrms]?)?|nie|niemals|without|ohne",
                    "What is not to be done is not read: say what is to be done"),
            beyond(
                    "if|unless|except|when|whenever|but|otherwise|wenn|falls|ausser|sobald|aber|sonst|while|wahrend",
                    "Conditions and exceptions are not read"),
            beyond(
                    "all|everything|everyone|everybody|anything|any|alles?|allen|samtliche[nrs]?|jegliche[nrs]?",
                    "One rule or event is changed at a time"),
            beyond(
                    "every (?:rule|job|event|meeting|task|calendar)s?|jede[nrs]? (?:regel|auftrag|termin)",
                    "One rule or event is changed at a time"),
            beyond("or|oder|either|maybe|vielleicht", "Say one of them"));

    private VerbPhrases() {}

    private static Phrase verb(String words, Verb verb) {
        return Phrase.of(words, new Doing(verb, false));
    }

    private static Phrase weak(String words, Verb verb) {
        return Phrase.of(words, new Doing(verb, true));
    }

    /** German takes its verbs apart: "setze ... fort". */
    private static Phrase parted(String verb, String prefix, Verb meaning) {
        return Phrase.of(verb + "(?= .{0,999}\\b" + prefix + "\\b)", new Doing(meaning, false));
    }

    private static Phrase beyond(String words, String why) {
        return Phrase.of(words, new Beyond(why));
    }
}

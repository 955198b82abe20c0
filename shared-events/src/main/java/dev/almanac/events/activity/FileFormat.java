package dev.almanac.events.activity;

/** What a calendar is exported as (SCH-044). */
public enum FileFormat {
    PDF,
    XLSX,
    ICS
}

/** What a reader has chosen, kept in this browser; the rest is as the services are configured. */
import {bestLanguage} from './texts.js';

/** @typedef {import('almanac/queries').CalendarSettings} CalendarSettings */
/**
 * @typedef {object} Chosen
 * @property {string} [timeZone] IANA id
 * @property {string} [language]
 * @property {'light' | 'dark'} [theme] as the system has it where absent
 * @property {'12h' | '24h'} [timeFormat]
 * @property {'monday' | 'sunday' | 'saturday'} [weekStart]
 * @property {string[]} [hidden] ids of calendars
 */

const KEPT = 'almanac.settings';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export class Settings extends EventTarget {
  /** @param {CalendarSettings} configured */
  constructor(configured) {
    super();
    this.configured = configured;
    this.chosen = kept();
  }

  get timeZone() {
    const zone = this.chosen.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return this.timeZones.includes(zone) ? zone : this.configured.defaultTimezone;
  }

  get timeZones() {
    return this.configured.supportedTimezones;
  }

  get language() {
    return keptLanguage();
  }

  /** 0 is Sunday, as FullCalendar counts. */
  get firstDay() {
    const name = (this.chosen.weekStart ?? this.configured.viewSettings.weekStart).toLowerCase();
    return Math.max(0, WEEKDAYS.indexOf(name));
  }

  get isTwelveHours() {
    return (this.chosen.timeFormat ?? this.configured.viewSettings.timeFormat) === '12h';
  }

  /** @param {string} calendarId */
  isHidden(calendarId) {
    return this.chosen.hidden?.includes(calendarId) ?? false;
  }

  /** @param {Chosen} chosen */
  choose(chosen) {
    this.chosen = {...this.chosen, ...chosen};
    localStorage.setItem(KEPT, JSON.stringify(this.chosen));
    showTheme();
    this.dispatchEvent(new Event('change'));
  }
}

export function keptLanguage() {
  return kept().language ?? bestLanguage(navigator.languages);
}

export function showTheme() {
  const theme = kept().theme;
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

/** @returns {Chosen} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}

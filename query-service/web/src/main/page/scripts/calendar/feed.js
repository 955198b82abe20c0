/** Events as the services' feed has them, as FullCalendar takes them. */
import {plusDays, wallTime} from '../app/times.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').FeedEvent} FeedEvent */
/** @typedef {import('almanac/queries').FeedProps} FeedProps */
/** @typedef {import('@fullcalendar/core').EventInput} EventInput */
/** @typedef {'calendar' | 'category'} ColouredBy */

/** Of a day in a month's grid; what is more is a number that opens the day. */
export const SHOWN_OF_A_DAY_MAX = 5;

/**
 * All that begins before till and ends after from; the feed answers so many days at once as the services allow.
 *
 * @param {App} app @param {string} from local date-time @param {string} till @param {AbortSignal} [signal]
 * @returns {Promise<FeedEvent[]>}
 */
export async function readFeed(app, from, till, signal) {
  const days = app.settings.configured.limits.maxWindowDays;
  const pieces = [];
  for (let start = from; start < till;) {
    const next = `${plusDays(start, days)}${start.slice(10)}`;
    const end = next < till ? next : till;
    pieces.push(app.api.queries.listFeedEvents({start, end, timeZone: app.settings.timeZone}, {signal}));
    start = end;
  }
  /** @type {Map<string, FeedEvent>} */
  const events = new Map();
  (await Promise.all(pieces)).flat().forEach(event => events.set(event.id, event));
  return [...events.values()];
}

/** @param {App} app @param {FeedEvent} event @param {ColouredBy} by @returns {EventInput} */
export function shown(app, event, by) {
  const props = event.extendedProps;
  const changeable = props.entry === undefined && props.run === undefined;
  const classes = [`c${app.colourOf(by === 'calendar' ? props.calendarId ?? '' : props.category ?? '')}`];
  if (props.status === 'TENTATIVE') {
    classes.push('tentative');
  }
  if (props.conflictLevel && props.conflictLevel !== 'NONE') {
    classes.push('in-conflict');
  }
  return {
    id: event.id,
    title: event.title,
    start: wallTime(event.start),
    end: wallTime(event.end),
    allDay: event.allDay,
    editable: changeable,
    classNames: classes,
    extendedProps: {feed: props},
  };
}

/**
 * For a month's grid: of each day so many, and how many more there are. What spans days goes first, since it is in the way of all.
 *
 * @param {EventInput[]} events @param {(count: number) => string} more
 * @returns {EventInput[]}
 */
export function thinned(events, more) {
  /** @type {Map<string, {shown: number, hidden: number}>} */
  const days = new Map();
  /** @type {EventInput[]} */
  const kept = [];
  const sorted = [...events].sort((a, b) => length(b) - length(a) || String(a.start).localeCompare(String(b.start)));
  for (const event of sorted) {
    const covered = daysOf(event);
    const counts = covered.map(day => {
      const count = days.get(day) ?? {shown: 0, hidden: 0};
      days.set(day, count);
      return count;
    });
    const fits = counts.every(count => count.shown < SHOWN_OF_A_DAY_MAX);
    counts.forEach(count => (fits ? count.shown++ : count.hidden++));
    if (fits) {
      kept.push(event);
    }
  }
  for (const [day, count] of days) {
    if (count.hidden > 0) {
      kept.push({
        id: `more-${day}`, title: more(count.hidden), start: day, allDay: true, editable: false, classNames: ['more'],
        extendedProps: {moreOf: day},
      });
    }
  }
  return kept;
}

/** @param {EventInput} event days beyond the first, so that all of one day are alike */
function length(event) {
  return daysOf(event).length;
}

/** @param {EventInput} event */
function daysOf(event) {
  const first = String(event.start).slice(0, 10);
  const end = String(event.end ?? event.start);
  const days = [first];
  for (let day = plusDays(first, 1); day < end.slice(0, 10) || (day === end.slice(0, 10) && end.slice(11) > '00:00:00'); day = plusDays(day, 1)) {
    days.push(day);
    if (days.length > 62) {
      break;
    }
  }
  return days;
}

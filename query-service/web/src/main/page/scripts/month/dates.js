/** Dates of a month, as `2026-05-01`, and what they and categories are called. */
import {formatter, plusDays} from '../app/times.js';

/** @typedef {import('../app/app.js').App} App */

/** What the service calls those that bear none. */
const NO_CATEGORY = 'Other';

/** @param {string | undefined} text */
export function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && plusDays(text ?? '', 0) === text;
}

/** The same day of another month, or its last day. @param {string} date @param {number} months */
export function plusMonths(date, months) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The weeks of the month, with null where a week reaches beyond it. @param {string} date @param {number} firstDay 0 is Sunday @returns {(string | null)[][]} */
export function weeksOf(date, firstDay) {
  const month = date.slice(0, 7);
  const first = `${month}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const start = plusDays(first, -((weekday - firstDay + 7) % 7));
  const weeks = [];
  for (let day = start; day < first || day.startsWith(month); day = plusDays(day, 7)) {
    weeks.push(Array.from({length: 7}, (_, offset) => plusDays(day, offset)).map(each => each.startsWith(month) ? each : null));
  }
  return weeks;
}

/** @param {App} app @param {string} date @param {Intl.DateTimeFormatOptions} options */
export function named(app, date, options) {
  return formatter(app, {timeZone: 'UTC', ...options}).format(new Date(`${date}T00:00:00Z`));
}

/** @param {App} app @param {string} date */
export function dayName(app, date) {
  return named(app, date, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
}

/** @param {App} app @param {string} category */
export function categoryName(app, category) {
  return category === NO_CATEGORY ? app.texts.t('month.other') : category;
}

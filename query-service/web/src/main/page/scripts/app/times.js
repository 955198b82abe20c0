/** Times as people read them. Instants are RFC 3339; a local time bears no offset and belongs to the zone that is shown. */

/** @typedef {import('./app.js').App} App */

/** @param {App} app @param {Intl.DateTimeFormatOptions} options */
export function formatter(app, options) {
  return new Intl.DateTimeFormat(locale(app), {
    timeZone: app.settings.timeZone,
    hourCycle: app.settings.isTwelveHours ? 'h12' : 'h23',
    ...options,
  });
}

/** The reader's own way to write dates where the browser knows one in the language of the page, with digits as in the data. @param {App} app */
export function locale(app) {
  return `${region(app)}-u-nu-latn`;
}

/** Such as en-GB. @param {App} app */
export function region(app) {
  const {language} = app.texts;
  return navigator.languages.find(tag => tag.split('-')[0] === language && !tag.includes('-u-')) ?? language;
}

/** @param {App} app @param {string} instant */
export function dateAndTime(app, instant) {
  return formatter(app, {weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'})
    .format(new Date(instant));
}

/** @param {App} app @param {string} instant */
export function timeOnly(app, instant) {
  return formatter(app, {hour: 'numeric', minute: '2-digit'}).format(new Date(instant));
}

/** From and till in one: the day once where both are of one day. @param {App} app @param {string} start @param {string} end */
export function span(app, start, end) {
  return formatter(app, {weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'})
    .formatRange(new Date(start), new Date(end));
}

/** What a clock of the zone shows, as `2026-05-01T10:00:00`. @param {string} instant @param {string} timeZone */
export function localOf(instant, timeZone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-u-nu-latn', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** The local part of `2026-05-01T10:00:00+02:00`. @param {string} text */
export function wallTime(text) {
  return text.slice(0, 19).replace(/Z$/, '');
}

/** FullCalendar's dates in a named zone bear the local time as if it were UTC. @param {Date} marker */
export function wallTimeOf(marker) {
  return marker.toISOString().slice(0, 19);
}

/** Today's date where the zone is. @param {string} timeZone */
export function today(timeZone) {
  return localOf(new Date().toISOString(), timeZone).slice(0, 10);
}

/** @param {string} date `2026-05-01` @param {number} days */
export function plusDays(date, days) {
  const moved = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The offset that the zone has then, as `GMT+2`. @param {App} app @param {Date} [at] */
export function zoneName(app, at = new Date()) {
  return formatter(app, {timeZoneName: 'shortOffset'}).formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';
}

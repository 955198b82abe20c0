/** Calendars as files: dropped in, handed out, subscribed to. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem, sentence} from '../app/problem.js';

/** @typedef {import('../app/app.js').App} App */

const FORMATS = /** @type {const} */ (['PDF', 'XLSX', 'ICS']);
const REMARKS_SHOWN = 20;

/** @param {App} app @param {File} file */
export function importFile(app, file) {
  const t = app.texts.t.bind(app.texts);
  return openDialog(
    t('import.title', {name: file.name}),
    close => html`<form @submit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const calendarId = String(new FormData(form).get('calendarId'));
      form.querySelectorAll('button').forEach(button => (button.disabled = true));
      try {
        const answer = await app.api.commands.importCalendarFile({calendarId, body: await file.text()});
        close();
        app.dispatchEvent(new Event('written'));
        imported(app, answer);
      } catch (failure) {
        form.querySelectorAll('button').forEach(button => (button.disabled = false));
        /** @type {HTMLElement} */ (form.querySelector('.danger-note')).hidden = false;
        /** @type {HTMLElement} */ (form.querySelector('.danger-note')).textContent = sentence(app.texts, failure);
      }
    }}>
      ${calendarChoice(app)}
      <p class="danger-note" role="alert" hidden></p>
      <p class="buttons"><button type="submit" class="primary">${t('import')}</button>
        <button type="button" @click=${close}>${t('cancel')}</button></p>
    </form>`,
    {closeText: t('close')});
}

/** @param {App} app @param {import('almanac/commands').IcsAnswer} answer */
function imported(app, answer) {
  const t = app.texts.t.bind(app.texts);
  const groups = /** @type {const} */ (['rejected', 'adjusted', 'dropped', 'warnings']);
  if (groups.every(group => answer[group].length === 0)) {
    app.toasts.done(t('imported', {count: answer.imported}));
    return;
  }
  openDialog(
    t('imported', {count: answer.imported}),
    () => groups.map(group => answer[group].length
      ? html`<h3>${t(`import.${group}`)}</h3><ul>${answer[group].slice(0, REMARKS_SHOWN).map(remark => html`
          <li>${t('import.line', {line: remark.line})}: ${remark.reason}</li>`)}</ul>`
      : nothing),
    {closeText: t('close')});
}

/** @param {App} app @param {string} view @param {string} date */
export function exportFile(app, view, date) {
  const t = app.texts.t.bind(app.texts);
  const periods = /** @type {const} */ (['month', 'week', 'day']);
  return openDialog(
    t('export'),
    close => html`<form @submit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
      const request = {
        calendarId: String(data.get('calendarId')),
        exportRequest: {date, format: /** @type {'PDF'} */ (String(data.get('format')))},
      };
      const {queries} = app.api;
      try {
        const file = await {month: queries.exportMonth, week: queries.exportWeek, day: queries.exportDay}[/** @type {'month'} */ (String(data.get('period')))](request);
        const name = app.calendar(request.calendarId)?.name ?? 'calendar';
        save(file, `${name} ${date}.${request.exportRequest.format.toLowerCase()}`);
        close();
      } catch (failure) {
        app.toasts.failed(failure);
      }
    }}>
      <div class="fields">
        ${calendarChoice(app)}
        <label>${t('export.period')} <select name="period">${periods.map(period => html`<option value=${period} ?selected=${period === view}>${t(`view.${period}`)}</option>`)}</select></label>
        <label>${t('export.format')} <select name="format">${FORMATS.map(format => html`<option>${format}</option>`)}</select></label>
      </div>
      <p class="buttons"><button type="submit" class="primary">${t('export')}</button>
        <button type="button" @click=${close}>${t('cancel')}</button></p>
    </form>`,
    {closeText: t('close')});
}

/** An address that calendar programs ask again and again. @param {App} app */
export function subscribe(app) {
  const t = app.texts.t.bind(app.texts);
  return openDialog(
    t('subscribe'),
    () => html`<form @submit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const output = /** @type {HTMLOutputElement} */ (form.querySelector('output'));
      try {
        const answer = await app.api.commands.createFeedToken({
          calendarId: String(new FormData(form).get('calendarId')), feedTokenRequest: {name: t('subscribe.name')},
        });
        output.value = answer.path ? new URL(answer.path, location.origin).href : '';
        await navigator.clipboard?.writeText(output.value).then(() => app.toasts.news(t('subscribe.copied')), () => {});
      } catch (failure) {
        output.value = failure instanceof Problem ? sentence(app.texts, failure) : t('problem.unknown');
      }
    }}>
      <p>${t('subscribe.text')}</p>
      ${calendarChoice(app)}
      <p class="buttons"><button type="submit" class="primary">${t('subscribe.make')}</button></p>
      <output class="address"></output>
    </form>`,
    {closeText: t('close')});
}

/** @param {App} app */
function calendarChoice(app) {
  return html`<label>${app.texts.t('field.calendar')}
    <select name="calendarId">${app.calendars.map(calendar => html`<option value=${calendar.id}>${calendar.name}</option>`)}</select></label>`;
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What the next changes of the clocks do to a rule. */
import {html} from 'lit';
import {openDialog} from '../app/dialog.js';
import {localOf} from '../app/times.js';

/** @typedef {import('../app/app.js').App} App */

const YEARS = 3;
const LISTED_MAX = 100;

/** @param {App} app @param {{id: string, name: string}} rule */
export async function openClockChanges(app, rule) {
  const t = app.texts.t.bind(app.texts);
  try {
    const report = await app.api.queries.getClockChanges({ruleId: rule.id, years: YEARS});
    const listed = report.adjustments.slice(0, LISTED_MAX);
    await openDialog(
      t('operations.dst.title', {title: rule.name}),
      () => html`<p>${t('operations.dst.text', {zone: report.timeZone, from: report.from.slice(0, 10), till: report.till.slice(0, 10)})}</p>
        ${listed.length
          ? html`<ul>${listed.map(each => html`<li>${clockChange(app, each.effect, each.nominal, each.instant, report.timeZone)}</li>`)}</ul>`
          : html`<p class="good-note">${t('operations.dst.none')}</p>`}
        ${report.adjustments.length > listed.length ? html`<p>${t('more', {count: report.adjustments.length - listed.length})}</p>` : ''}`,
      {closeText: t('close')});
  } catch (failure) {
    app.toasts.failed(failure);
  }
}

/** @param {App} app @param {string} effect @param {string} nominal @param {string | undefined} instant @param {string} timeZone */
export function clockChange(app, effect, nominal, instant, timeZone) {
  const key = effect === 'SHIFTED' || effect === 'FIRST' || effect === 'LAST' ? `recurrence.${effect}` : `operations.dst.${effect}`;
  return app.texts.t(key, {nominal: nominal.replace('T', ' ').slice(0, 16), actual: instant ? localOf(instant, timeZone).slice(11, 16) : ''});
}

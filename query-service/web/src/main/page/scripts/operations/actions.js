/** What can be done about a run or its rule: exactly what the services offer. Hard ones ask first. */
import {html} from 'lit';
import {confirmed, openDialog} from '../app/dialog.js';
import {localOf} from '../app/times.js';
import {webAddress} from './runs.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('./runs.js').OperationsEvent} OperationsEvent */
/** @typedef {OperationsEvent['actions'][number]} Action */
/** @typedef {{changeId?: string, undoableUntil?: string, warnings?: string[]} | undefined} Answer */

const RULE_ACTIONS = /** @type {Action[]} */ (['RUN_NOW', 'PAUSE', 'RESUME', 'DISABLE']);
export const DECISIONS = /** @type {Action[]} */ (['APPROVE_BACKFILL', 'RESCHEDULE', 'DISCARD']);

/** As buttons and links, with the name of what they are about. @param {App} app @param {OperationsEvent} event @param {{only?: Action[], done?: () => void}} [options] */
export function actionButtons(app, event, {only, done} = {}) {
  return event.actions.filter(action => !only || only.includes(action)).map(action => {
    const text = app.texts.t(`operations.action.${action}`);
    const about = html`<span class="visually-hidden">: ${event.title}</span>`;
    if (action === 'OPEN_LOGS' || action === 'OPEN_SESSION') {
      const address = webAddress(action === 'OPEN_LOGS' ? event.logsUrl : event.sessionUrl);
      return address ? html`<a class="button" href=${address} target="_blank" rel="noopener noreferrer">${text}${about}</a>` : '';
    }
    return html`<button
      type="button"
      class=${action === 'DISABLE' || action === 'DISCARD' ? 'danger' : action === 'APPROVE_BACKFILL' ? 'primary' : ''}
      @click=${async () => (await act(app, action, event)) && done?.()}
    >${text}${about}</button>`;
  });
}

/** @param {App} app @param {Action} action @param {OperationsEvent} event whether it was done */
export function act(app, action, event) {
  const t = app.texts.t.bind(app.texts);
  const {commands} = app.api;
  const {title, ruleId, id: occurrenceId} = event;
  const done = t(`operations.done.${action}`, {title});
  switch (action) {
    case 'RUN_NOW':
      return write(app, done, () => commands.runRuleNow({ruleId, reasonBody: {}}));
    case 'PAUSE':
      return pause(app, event, done);
    case 'RESUME':
      return write(app, done, () => commands.resumeRule({ruleId, reasonBody: {}}));
    case 'DISABLE':
      return asked(app, {title: t('operations.disable.title', {title}), text: t('operations.disable.text'), yes: t('operations.action.DISABLE'), reason: 'optional'},
        reason => write(app, done, () => commands.disableRule({ruleId, reasonBody: reason})));
    case 'APPROVE_BACKFILL':
      return write(app, done, () => commands.approveBackfill({occurrenceId, reasonBody: {}}));
    case 'RESCHEDULE':
      return reschedule(app, event, done);
    case 'DISCARD':
      return asked(app, {title: t('operations.discard.title', {title}), text: t('operations.discard.text'), yes: t('operations.action.DISCARD'), reason: 'required'},
        reason => write(app, done, () => commands.discardMissedRun({occurrenceId, reasonBody: reason})));
    default:
      return Promise.resolve(false);
  }
}

/** Of a rule, as the services would offer them. @param {string} status @returns {Action[]} */
export function actionsOfRule(status) {
  const resumable = status === 'PAUSED' || status === 'DISABLED';
  return RULE_ACTIONS.filter(action =>
    !((action === 'RESUME' && !resumable) || (action === 'PAUSE' && status !== 'ACTIVE')
      || (status === 'DISABLED' && (action === 'RUN_NOW' || action === 'DISABLE'))));
}

/** @param {App} app @param {string} text @param {() => Promise<Answer>} command whether it was done */
export async function write(app, text, command) {
  try {
    app.toasts.done(text, await command());
    app.dispatchEvent(new Event('written'));
    return true;
  } catch (failure) {
    app.toasts.failed(failure);
    return false;
  }
}

/** @param {App} app @param {Parameters<typeof confirmed>[1]} question @param {(body: {reason?: string}) => Promise<boolean>} command */
export async function asked(app, question, command) {
  const answer = await confirmed(app, question);
  return answer ? command(answer.reason ? {reason: answer.reason} : {}) : false;
}

/** @param {App} app @param {OperationsEvent} event @param {string} done */
function pause(app, event, done) {
  const t = app.texts.t.bind(app.texts);
  return filledIn(app, t('operations.pause.title', {title: event.title}), t('operations.action.PAUSE'), html`
    <p>${t('operations.pause.text')}</p>
    <label>${t('operations.pause.until')} <input type="datetime-local" name="time"></label>`,
  ({time, reason}) => write(app, done, () => app.api.commands.pauseRule({
    ruleId: event.ruleId,
    pauseRequest: {...(time ? {resumeAfter: `${time}:00`, timeZone: app.settings.timeZone} : {}), ...(reason ? {reason} : {})},
  })));
}

/** @param {App} app @param {OperationsEvent} event @param {string} done */
function reschedule(app, event, done) {
  const t = app.texts.t.bind(app.texts);
  const soon = new Date(Math.max(Date.parse(event.postponedTo ?? event.scheduledAt), Date.now() + 3_600_000)).toISOString();
  return filledIn(app, t('operations.reschedule.title', {title: event.title}), t('operations.action.RESCHEDULE'), html`
    <p>${t('operations.reschedule.text')}</p>
    <label>${t('operations.reschedule.to')}
      <input type="datetime-local" name="time" required .value=${localOf(soon, app.settings.timeZone).slice(0, 16)}></label>`,
  ({time, reason}) => write(app, done, () => app.api.commands.rescheduleRun({
    occurrenceId: event.id,
    runRescheduleRequest: {newStartDateTime: `${time}:00`, timeZone: app.settings.timeZone, ...(reason ? {reason} : {})},
  })));
}

/**
 * A dialog with a time and a reason, open until what it says is done.
 *
 * @param {App} app @param {string} title @param {string} yes @param {unknown} fields @param {(said: {time: string, reason: string}) => Promise<boolean>} command
 */
async function filledIn(app, title, yes, fields, command) {
  let done = false;
  await openDialog(
    title,
    close => html`<form @submit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
      done = await command({time: String(data.get('time') ?? ''), reason: String(data.get('reason') ?? '').trim()});
      if (done) {
        close();
      }
    }}>
      <div class="fields">
        ${fields}
        <p class="quiet">${app.texts.t('zone')}: ${app.settings.timeZone}</p>
        <label>${app.texts.t('reason')} <input name="reason" maxlength="256" autocomplete="off"></label>
      </div>
      <p class="buttons"><button type="submit" class="primary">${yes}</button>
        <button type="button" @click=${close}>${app.texts.t('cancel')}</button></p>
    </form>`,
    {closeText: app.texts.t('close')});
  return done;
}

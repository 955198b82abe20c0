/** Moves of events: which of a series, what is refused and by whom, and the same again with a manager's reason. */
import {html, nothing} from 'lit';
import {confirmed, openDialog} from '../app/dialog.js';
import {Problem} from '../app/problem.js';
import {inTheWay} from './what-if.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {'THIS' | 'THIS_AND_FOLLOWING' | 'ALL'} Scope */
/** @typedef {{id: string, title: string, version?: number, recurring?: boolean}} Movable */
/** @typedef {{start: string, end?: string, timeZone: string, scope?: Scope, reason?: string}} Move local times of the zone */

/** The id of the series that an occurrence is of, or of the event itself. @param {string} id */
export function seriesOf(id) {
  return id.split('@')[0];
}

/**
 * Which of a series is meant; null where nothing is to be done.
 *
 * @param {App} app @param {string} title @param {Scope[]} [scopes]
 * @returns {Promise<Scope | null>}
 */
export async function chosenScope(app, title, scopes = ['THIS', 'THIS_AND_FOLLOWING', 'ALL']) {
  /** @type {Scope | null} */
  let chosen = null;
  await openDialog(
    app.texts.t('scope.title', {title}),
    close => html`<p class="buttons">${scopes.map((scope, index) => html`
      <button
        type="button"
        class=${index === 0 ? 'primary' : ''}
        @click=${() => {
          chosen = scope;
          close();
        }}
      >${app.texts.t(`scope.${scope}`)}</button>`)}
      <button type="button" @click=${close}>${app.texts.t('cancel')}</button></p>`,
    {closeText: app.texts.t('close')});
  return chosen;
}

/** The command of a move, for what-if and for the move itself. @param {Move} move @param {{reason: string}} [override] */
export function rescheduling(move, override) {
  return {
    newStartDateTime: move.start,
    ...(move.end ? {newEndDateTime: move.end} : {}),
    timeZone: move.timeZone,
    ...(move.scope ? {scope: move.scope} : {}),
    ...(move.reason ? {reason: move.reason} : {}),
    ...(override ? {override} : {}),
  };
}

/**
 * For dialogs, which tell of a refusal themselves: a note would lie behind them.
 *
 * @param {App} app @param {Movable} event @param {Move} move @param {{reason: string}} [override]
 */
export async function reschedule(app, event, move, override) {
  const answer = await app.api.commands.rescheduleEvent({
    scheduleId: event.id,
    rescheduleRequest: rescheduling(move, override),
    ifMatch: event.version === undefined ? undefined : `"${event.version}"`,
  });
  app.toasts.done(app.texts.t('moved', {title: event.title}), answer);
  app.dispatchEvent(new Event('written'));
}

/**
 * True when it is done; a refusal is told, with who is in the way.
 *
 * @param {App} app @param {Movable} event @param {Move} move @param {{reason: string}} [override]
 * @returns {Promise<boolean>}
 */
export async function moveEvent(app, event, move, override) {
  try {
    await reschedule(app, event, move, override);
    return true;
  } catch (failure) {
    refused(app, failure, reason => moveEvent(app, event, move, reason));
    return false;
  }
}

/**
 * @param {App} app @param {unknown} failure @param {(override: {reason: string}) => unknown} [again] with a manager's reason
 */
export function refused(app, failure, again) {
  if (!(failure instanceof Problem) || failure.status !== 409 || failure.inTheWay.length === 0) {
    app.toasts.failed(failure);
    return;
  }
  const names = inTheWay(app, failure).join(' ');
  const overrides = again && mayOverride(app)
    ? [{text: app.texts.t('override'), action: async () => {
      const reason = await overrideReason(app, names);
      if (reason) {
        again(reason);
      }
    }}]
    : [];
  app.toasts.failed(
    new Problem({...failure.body, detail: [failure.detail, names].join('. ')}), overrides);
}

/** @param {App} app */
export function mayOverride(app) {
  return app.session.hasRole('manager', 'admin');
}

/** @param {App} app @param {string} names */
export function overrideReason(app, names) {
  return confirmed(app, {
    title: app.texts.t('override.title'),
    text: app.texts.t('override.text', {names}),
    yes: app.texts.t('override'),
    reason: 'required',
  });
}

/** Who is in the way, and for managers the way past them. @param {App} app @param {Problem} problem @param {(override: {reason: string}) => unknown} again */
export function refusal(app, problem, again) {
  const names = inTheWay(app, problem);
  return html`<div class="danger-note" role="alert">
    <p>${problem.detail || app.texts.t('problem.slot-is-full', {detail: ''})}</p>
    ${names.length ? html`<ul>${names.map(name => html`<li>${name}</li>`)}</ul>` : nothing}
    ${problem.status === 409 && mayOverride(app)
      ? html`<button
          type="button"
          @click=${async () => {
            const reason = await overrideReason(app, names.join(' '));
            if (reason) {
              again(reason);
            }
          }}
        >${app.texts.t('override')}</button>`
      : nothing}
  </div>`;
}

/** What a drop would do, asked before it is done: nothing is written. */
import {span} from '../app/times.js';
import {Problem, sentence} from '../app/problem.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {{method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown}} Command */
/** @typedef {{kind: 'free' | 'warned' | 'refused' | 'unknown', text: string}} Forecast */

const ASKED_AFTER_MILLIS = 120;
const KEPT_MAX = 200;

export class Forecasts {
  /** @param {App} app @param {(forecast: Forecast | null) => void} tell */
  constructor(app, tell) {
    this.app = app;
    this.tell = tell;
    /** @type {Map<string, Forecast>} */
    this.kept = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {AbortController | undefined} */
    this.asking = undefined;
    this.wanted = '';
  }

  /** Of what comes together, the last is asked. @param {Command} command */
  ask(command) {
    const key = JSON.stringify(command);
    if (key === this.wanted) {
      return;
    }
    this.wanted = key;
    clearTimeout(this.timer);
    const known = this.kept.get(key);
    if (known) {
      this.tell(known);
      return;
    }
    this.timer = setTimeout(() => this.send(key, command), ASKED_AFTER_MILLIS);
  }

  forget() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.wanted = '';
    this.kept.clear();
    this.tell(null);
  }

  /** @param {string} key @param {Command} command */
  async send(key, command) {
    this.asking?.abort();
    this.asking = new AbortController();
    /** @type {Forecast} */
    let forecast;
    try {
      forecast = await forecastOf(this.app, command, this.asking.signal);
    } catch (failure) {
      if (this.asking.signal.aborted) {
        return;
      }
      forecast = {kind: 'unknown', text: sentence(this.app.texts, failure)};
    }
    if (this.kept.size > KEPT_MAX) {
      this.kept.clear();
    }
    this.kept.set(key, forecast);
    if (this.wanted === key) {
      this.tell(forecast);
    }
  }
}

/** @param {App} app @param {Command} command @param {AbortSignal} [signal] @returns {Promise<Forecast>} */
export async function forecastOf(app, command, signal) {
  const foreseen = await app.api.queries.askWhatIf({requestBody: {commands: [command]}}, {signal});
  const answer = foreseen.results[0];
  if (answer && answer.status >= 400) {
    const problem = new Problem(/** @type {any} */ ({status: answer.status, ...answer.body}));
    return {kind: 'refused', text: [sentence(app.texts, problem), ...inTheWay(app, problem)].join(' ')};
  }
  if (foreseen.detected.length > 0) {
    const own = String(answer?.body?.id ?? command.path.split('/')[2] ?? '').split('@')[0];
    const names = foreseen.detected.slice(0, 3).map(found =>
      app.texts.t('what-if.conflict', {
        title: otherTitle(found, own) || app.texts.t('hidden-event'),
        when: span(app, found.overlapStart, found.overlapEnd),
        what: app.texts.word('conflict-type', found.conflictType),
      }));
    return {kind: 'warned', text: app.texts.t('what-if.conflicts', {count: foreseen.detected.length, names: names.join('; ')})};
  }
  if (foreseen.overbookings.length > 0) {
    return {kind: 'warned', text: app.texts.t('what-if.nearly-full')};
  }
  const cleared = foreseen.cleared.length;
  return {kind: 'free', text: cleared > 0 ? app.texts.t('what-if.clears', {count: cleared}) : app.texts.t('what-if.free')};
}

/** @param {import('almanac/queries').FoundConflict} found @param {string} own id of the event that is asked about */
function otherTitle(found, own) {
  return found.scheduledEventId?.split('@')[0] === own ? found.conflictingEventTitle : found.scheduledEventTitle;
}

/** Who is in the way, as sentences. @param {App} app @param {Problem} problem @returns {string[]} */
export function inTheWay(app, problem) {
  return problem.inTheWay.slice(0, 5).map(other =>
    app.texts.t('in-the-way', {title: other.title || app.texts.t('hidden-event'), when: span(app, other.startDateTime, other.endDateTime)}));
}


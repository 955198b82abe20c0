/** A rule, made or changed: what runs, when, where the clocks change, and what becomes of runs that nobody could start. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem, sentence} from '../app/problem.js';
import {focusOn, Part} from '../app/view.js';
import './rule-preview.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').RuleDetail} RuleDetail */
/** @typedef {import('almanac/commands').RuleRequest} RuleRequest */
/** @typedef {'CRON' | 'EVERY' | 'PATTERN' | 'RRULE'} Kind */

const KINDS = /** @type {Kind[]} */ (['CRON', 'EVERY', 'PATTERN', 'RRULE']);
const PATTERNS = /** @type {const} */ (['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const WEEKDAYS = /** @type {const} */ (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);
const OPTIONS = /** @type {const} */ ({
  catchUp: ['APPROVAL', 'NONE', 'LAST', 'ALL'],
  overlap: ['SKIP', 'ALLOW', 'BUFFER_ONE', 'BUFFER_ALL'],
  retryPolicy: ['NONE', 'LINEAR', 'EXPONENTIAL'],
  dstGap: ['SHIFT_FORWARD', 'AT_TRANSITION', 'SKIP'],
  dstOverlap: ['FIRST', 'LAST', 'BOTH'],
});

/** @param {App} app @param {string} [ruleId] of the one that is changed */
export async function openRuleEditor(app, ruleId) {
  try {
    const rule = ruleId ? await app.api.queries.getRule({ruleId}) : null;
    await openDialog(
      rule ? app.texts.t('operations.rule.change', {title: rule.name}) : app.texts.t('operations.rule.new'),
      close => html`<almanac-rule-editor .app=${app} .rule=${rule} @done=${close}></almanac-rule-editor>`,
      {className: 'wide', closeText: app.texts.t('close')});
  } catch (failure) {
    app.toasts.failed(failure);
  }
}

export class RuleEditor extends Part {
  static properties = {
    app: {attribute: false}, rule: {attribute: false}, kind: {state: true}, asked: {state: true}, problem: {state: true}, sending: {state: true},
    patternType: {state: true},
  };

  constructor() {
    super();
    /** @type {RuleDetail | null} */
    this.rule = null;
    /** @type {Kind} */
    this.kind = 'CRON';
    /** @type {'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'} */
    this.patternType = 'DAILY';
    /** @type {import('./rule-preview.js').Asked | null} */
    this.asked = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.sending = false;
    /** Sent again, it is still one rule. */
    this.idempotencyKey = crypto.randomUUID();
  }

  connectedCallback() {
    super.connectedCallback();
    const recurrence = this.rule?.recurrence;
    if (recurrence) {
      this.kind = recurrence.every ? 'EVERY' : recurrence.pattern ? 'PATTERN' : recurrence.rrule ? 'RRULE' : 'CRON';
      this.patternType = recurrence.pattern?.type ?? 'DAILY';
    }
  }

  firstUpdated() {
    focusOn(this, '[name=name]');
    this.foresee();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('kind') || changed.has('patternType')) {
      this.foresee();
    }
  }

  get said() {
    const data = new FormData(/** @type {HTMLFormElement} */ (this.querySelector('form')));
    const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
    return {data, text};
  }

  /** What is not asked for here, such as exceptions, stays as it is. */
  recurrence() {
    const {data, text} = this.said;
    const before = /** @type {any} */ (this.rule?.recurrence ?? {});
    const end = text('ends') === 'until' && text('until') ? {until: `${text('until')}T23:59:59`} : text('ends') === 'count' ? {count: Number(text('count'))} : {};
    switch (this.kind) {
      case 'CRON':
        return {...(before.cron && before.fields ? {fields: before.fields} : {}), cron: text('cron'), ...end};
      case 'EVERY':
        return {...(before.every && before.anchor ? {anchor: before.anchor} : {}), every: text('every').toUpperCase(), ...end};
      case 'RRULE':
        return {...(before.rrule ? before : {}), rrule: text('rrule')};
      default:
        return {pattern: {
          type: this.patternType,
          interval: Number(text('interval')) || 1,
          ...(this.patternType === 'WEEKLY' ? {daysOfWeek: data.getAll('weekday').map(String)} : {}),
          ...(this.patternType === 'MONTHLY' ? {dayOfMonth: Number(text('dayOfMonth')) || 1} : {}),
          ...(text('ends') === 'until' && text('until') ? {endDate: text('until')} : text('ends') === 'count' ? {occurrenceCount: Number(text('count'))} : {}),
        }};
    }
  }

  foresee() {
    const {text} = this.said;
    const start = text('start');
    this.asked = {
      recurrence: this.recurrence(), timeZone: text('timeZone'), dstGap: text('dstGap'), dstOverlap: text('dstOverlap'),
      ...(start ? {start: seconds(start)} : {}),
    };
  }

  /** @returns {RuleRequest} */
  request() {
    const {text} = this.said;
    const optional = (/** @type {string} */ name) => (text(name) ? {[name]: text(name)} : {});
    return /** @type {any} */ ({
      name: text('name'),
      queue: text('queue'),
      recurrence: this.recurrence(),
      timeZone: text('timeZone'),
      ...(text('start') ? {start: seconds(text('start'))} : {}),
      jobTemplate: {
        type: text('type'), priority: Number(text('priority')), timeoutSeconds: Number(text('timeoutSeconds')),
        ...(text('payload') ? {payload: JSON.parse(text('payload'))} : {}),
      },
      options: {
        ...Object.fromEntries(Object.keys(OPTIONS).map(name => [name, text(name)])),
        maxConcurrent: Number(text('maxConcurrent')), jitterSeconds: Number(text('jitterSeconds')),
        ...(this.rule ? {maxHistory: this.rule.options.maxHistory} : {}),
      },
      metadata: {...optional('owner'), ...optional('description'), tags: text('tags').split(',').map(tag => tag.trim()).filter(Boolean)},
    });
  }

  /** @param {SubmitEvent} event */
  async submitted(event) {
    event.preventDefault();
    this.sending = true;
    this.problem = null;
    try {
      const ruleRequest = this.request();
      const answer = this.rule
        ? await this.app.api.commands.updateRule({ruleId: this.rule.id, ruleRequest, ifMatch: `"${this.rule.version}"`})
        : await this.app.api.commands.createRule({ruleRequest, idempotencyKey: this.idempotencyKey});
      this.app.toasts.done(this.t(this.rule ? 'operations.rule.changed' : 'operations.rule.made', {title: ruleRequest.name}), answer);
      this.app.dispatchEvent(new Event('written'));
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      this.idempotencyKey = crypto.randomUUID();
      this.problem = failure instanceof Problem
        ? failure
        : new Problem({status: 400, detail: failure instanceof SyntaxError ? this.t('operations.payload.invalid') : sentence(this.app.texts, failure)});
      await this.updateComplete;
      focusOn(this, '[aria-invalid=true], [role=alert]');
    } finally {
      this.sending = false;
    }
  }

  /** @param {string} field @param {string} label @param {(invalid: unknown) => unknown} control */
  field(field, label, control) {
    const messages = this.problem?.errors[field];
    return html`<label>${label}<span>${control(messages ? 'true' : nothing)}${messages ? html`<span class="field-problem">${messages.join(', ')}</span>` : nothing}</span></label>`;
  }

  render() {
    const t = this.t.bind(this);
    const {rule, app} = this;
    const job = rule?.jobTemplate;
    const options = /** @type {Record<string, any>} */ (rule?.options ?? {maxConcurrent: 1, jitterSeconds: 0});
    const queues = app.calendars.filter(calendar => calendar.calendarType === 'QUEUE').map(calendar => calendar.name);
    const select = (/** @type {keyof typeof OPTIONS} */ name) => this.field(`options.${name}`, t(`operations.option.${name}`), invalid => html`
      <select name=${name} aria-invalid=${invalid}>${OPTIONS[name].map(value => html`
        <option value=${value} ?selected=${value === options[name]}>${t(`operations.option.${name}.${value}`)}</option>`)}</select>`);
    return html`<form @submit=${this.submitted} @input=${() => this.foresee()} @change=${() => this.foresee()}>
      <div class="editor">
        <div class="fields">
          ${this.field('name', t('operations.rule.name'), invalid => html`<input name="name" required maxlength="128" autocomplete="off" .value=${rule?.name ?? ''} aria-invalid=${invalid}>`)}
          ${this.field('queue', t('operations.queue'), invalid => html`<input name="queue" required maxlength="128" list="queues" autocomplete="off" .value=${rule?.queue ?? queues[0] ?? ''} aria-invalid=${invalid}>
            <datalist id="queues">${queues.map(queue => html`<option value=${queue}></option>`)}</datalist>`)}
          ${this.field('jobTemplate.type', t('operations.job-type'), invalid => html`<input name="type" required maxlength="128" autocomplete="off" .value=${job?.type ?? ''} aria-invalid=${invalid}>`)}
          ${this.field('jobTemplate.priority', t('operations.priority'), invalid => html`<input type="number" name="priority" min="1" max="10" required .value=${String(job?.priority ?? 5)} aria-invalid=${invalid}>`)}
          ${this.field('jobTemplate.timeoutSeconds', t('operations.timeout'), invalid => html`<input type="number" name="timeoutSeconds" min="1" required .value=${String(job?.timeoutSeconds ?? 3600)} aria-invalid=${invalid}>`)}
          ${this.field('jobTemplate.payload', t('operations.payload'), invalid => html`<textarea name="payload" rows="2" spellcheck="false" aria-invalid=${invalid} .value=${job?.payload ? JSON.stringify(job.payload, null, 1) : ''}></textarea>`)}
          ${this.field('metadata.owner', t('operations.owner'), invalid => html`<input name="owner" maxlength="128" autocomplete="off" .value=${rule?.metadata.owner ?? app.session.user.subject} aria-invalid=${invalid}>`)}
          ${this.field('metadata.description', t('field.description'), invalid => html`<textarea name="description" rows="2" maxlength="2000" aria-invalid=${invalid} .value=${rule?.metadata.description ?? ''}></textarea>`)}
          ${this.field('metadata.tags', t('field.tags'), invalid => html`<input name="tags" autocomplete="off" .value=${(rule?.metadata.tags ?? []).join(', ')} aria-invalid=${invalid}>`)}
        </div>
        <div class="fields">
          ${this.when()}
          <details>
            <summary>${t('operations.options')}</summary>
            <div class="fields">
              ${select('catchUp')} ${select('overlap')} ${select('retryPolicy')} ${select('dstGap')} ${select('dstOverlap')}
              ${this.field('options.maxConcurrent', t('operations.option.maxConcurrent'), invalid => html`<input type="number" name="maxConcurrent" min="1" .value=${String(options.maxConcurrent)} aria-invalid=${invalid}>`)}
              ${this.field('options.jitterSeconds', t('operations.option.jitterSeconds'), invalid => html`<input type="number" name="jitterSeconds" min="0" .value=${String(options.jitterSeconds)} aria-invalid=${invalid}>`)}
            </div>
          </details>
          <almanac-rule-preview .app=${app} .asked=${this.asked}></almanac-rule-preview>
        </div>
      </div>
      ${this.problem ? html`<p class="danger-note" role="alert" tabindex="-1">${sentence(app.texts, this.problem)}</p>` : nothing}
      <p class="buttons"><button type="submit" class="primary" ?disabled=${this.sending}>${t('save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('cancel')}</button></p>
    </form>`;
  }

  when() {
    const t = this.t.bind(this);
    const {rule, kind, app} = this;
    const recurrence = /** @type {any} */ (rule?.recurrence ?? {});
    const pattern = recurrence.pattern ?? {};
    const until = String(pattern.endDate ?? recurrence.until ?? '').slice(0, 10);
    const count = pattern.occurrenceCount ?? recurrence.count;
    const ends = until ? 'until' : count ? 'count' : 'never';
    return html`<fieldset>
      <legend>${t('recurrence')}</legend>
      <div class="fields">
        <label>${t('operations.kind')}
          <select name="kind" @change=${(/** @type {Event} */ event) => (this.kind = /** @type {Kind} */ (of(event)))}>
            ${KINDS.map(each => html`<option value=${each} ?selected=${each === kind}>${t(`operations.kind.${each}`)}</option>`)}
          </select></label>
        ${kind === 'CRON' ? this.field('recurrence.cron', 'cron', invalid => html`<input name="cron" required spellcheck="false" autocomplete="off" .value=${recurrence.cron ?? '0 3 * * *'} aria-invalid=${invalid}>`) : nothing}
        ${kind === 'EVERY' ? this.field('recurrence.every', t('operations.every'), invalid => html`<input name="every" required spellcheck="false" autocomplete="off" .value=${recurrence.every ?? 'PT15M'} aria-invalid=${invalid}>`) : nothing}
        ${kind === 'RRULE' ? this.field('recurrence.rrule', 'RRULE', invalid => html`<input name="rrule" required spellcheck="false" autocomplete="off" .value=${recurrence.rrule ?? 'FREQ=MONTHLY;BYDAY=-1FR'} aria-invalid=${invalid}>`) : nothing}
        ${kind === 'PATTERN'
          ? html`<label>${t('recurrence.repeats')}
              <select name="pattern" @change=${(/** @type {Event} */ event) => (this.patternType = /** @type {'DAILY'} */ (of(event)))}>
                ${PATTERNS.map(each => html`<option value=${each} ?selected=${each === this.patternType}>${t(`recurrence.${each}`)}</option>`)}
              </select></label>
            <label>${t(`recurrence.every.${this.patternType}`)} <input type="number" name="interval" min="1" max="99" .value=${String(pattern.interval ?? 1)}></label>
            ${this.patternType === 'MONTHLY' ? html`<label>${t('operations.day-of-month')} <input type="number" name="dayOfMonth" min="1" max="31" .value=${String(pattern.dayOfMonth ?? 1)}></label>` : nothing}`
          : nothing}
      </div>
      ${kind === 'PATTERN' && this.patternType === 'WEEKLY'
        ? html`<div class="weekdays" role="group" aria-label=${t('recurrence.weekdays')}>${WEEKDAYS.map(day => html`
            <label><input type="checkbox" name="weekday" value=${day} ?checked=${(pattern.daysOfWeek ?? ['MONDAY']).includes(day)}> ${t(`day.${day.toLowerCase()}`)}</label>`)}</div>`
        : nothing}
      ${kind === 'RRULE'
        ? nothing
        : html`<div class="ends" role="group" aria-label=${t('recurrence.ends')}>
            <label><input type="radio" name="ends" value="never" ?checked=${ends === 'never'}> ${t('operations.ends.never')}</label>
            <label><input type="radio" name="ends" value="count" ?checked=${ends === 'count'}> ${t('recurrence.after')}</label>
            <label><span class="visually-hidden">${t('recurrence.count')}</span><input type="number" name="count" min="1" .value=${String(count ?? 10)}> ${t('recurrence.times')}</label>
            <label><input type="radio" name="ends" value="until" ?checked=${ends === 'until'}> ${t('recurrence.until')}</label>
            <label><span class="visually-hidden">${t('recurrence.last-day')}</span><input type="date" name="until" .value=${until}></label>
          </div>`}
      <div class="fields">
        ${this.field('timeZone', t('zone'), invalid => html`<input name="timeZone" list="time-zones" required spellcheck="false" autocomplete="off" .value=${rule?.timeZone ?? app.settings.timeZone} aria-invalid=${invalid}>`)}
        ${this.field('start', t('operations.start'), invalid => html`<input type="datetime-local" name="start" .value=${(rule?.start ?? '').slice(0, 16)} aria-invalid=${invalid}>`)}
      </div>
    </fieldset>`;
  }
}

/** @param {string} text */
function seconds(text) {
  return text.length === 16 ? `${text}:00` : text;
}

/** @param {Event} event */
function of(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-rule-editor', RuleEditor);

/** What the services refused, as RFC 9457 has it, or that they could not be reached. */

/** @typedef {{scheduleId: string, title?: string, startDateTime: string, endDateTime: string, conflictType?: string}} InTheWay */

export class Problem extends Error {
  /** @param {{status: number, type?: string, title?: string, detail?: string, rule?: string, errors?: Record<string, string[]>, conflictingEvents?: InTheWay[]} & Record<string, unknown>} body */
  constructor(body) {
    super(body.detail ?? body.title ?? 'problem');
    this.body = body;
    this.status = body.status;
    /** The last part of urn:scheduling:problem:…, such as slot-is-full. */
    this.kind = (body.type ?? '').split(':').pop() ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? {};
    this.inTheWay = body.conflictingEvents ?? [];
  }

  /** The network failed, or nobody behind it answered. */
  get isUnreachable() {
    return this.status === 0 || this.status === 503 || this.status === 502 || this.status === 504;
  }

  static unreachable() {
    return new Problem({status: 0, type: 'urn:scheduling:problem:unreachable'});
  }
}

/**
 * A sentence that says what happened and what to do.
 *
 * @param {import('./texts.js').Texts} texts @param {unknown} failure @returns {string}
 */
export function sentence(texts, failure) {
  if (!(failure instanceof Problem)) {
    return texts.t('problem.unknown');
  }
  if (failure.isUnreachable) {
    return texts.t('problem.unreachable');
  }
  const key = `problem.${failure.kind}`;
  const named = texts.has(key) ? texts.t(key, {detail: failure.detail}) : texts.t('problem.refused', {detail: failure.detail});
  const fields = Object.entries(failure.errors).map(([field, messages]) => `${field}: ${messages.join(', ')}`);
  return [named, ...fields].join(' ');
}

/**
 * What others change, as it is applied to the views: server-sent events, read from fetch, since an EventSource can neither send a token
 * nor hear the heartbeats that tell a quiet stream from a dead one.
 */

/** @typedef {{id: string, type: string, subject: string, time: string, position: number, actor: string, change: Record<string, any>}} ChangeMessage */
/** @typedef {'connecting' | 'live' | 'offline'} LiveStatus */

/** Heartbeats come every 15 seconds. */
const SILENT_FOR_TOO_LONG = 40_000;
const WATCHED_EVERY = 5_000;
const PAUSE_MILLIS_MAX = 15_000;

export class Live extends EventTarget {
  /** @param {{token(): Promise<string>}} session */
  constructor(session) {
    super();
    this.session = session;
    /** @type {LiveStatus} */
    this.status = 'connecting';
    this.heardAt = Date.now();
    this.lastEventId = '';
    this.failures = 0;
    /** @type {AbortController | null} */
    this.reading = null;
    this.stopped = false;
  }

  start() {
    setInterval(() => this.watch(), WATCHED_EVERY);
    addEventListener('online', () => this.again());
    addEventListener('offline', () => this.become('offline'));
    document.addEventListener('visibilitychange', () => this.watch());
    this.run();
  }

  /** @param {(message: ChangeMessage) => void} listener @returns {() => void} how to stop listening */
  onChange(listener) {
    const heard = (/** @type {Event} */ event) => listener(/** @type {CustomEvent} */ (event).detail);
    this.addEventListener('change', heard);
    return () => this.removeEventListener('change', heard);
  }

  /** So much was missed that everything had better be read again. @param {() => void} listener @returns {() => void} */
  onReset(listener) {
    this.addEventListener('reset', listener);
    return () => this.removeEventListener('reset', listener);
  }

  /** A machine that slept, or a network that lost its way, says nothing of it. */
  watch() {
    if (this.status === 'live' && Date.now() - this.heardAt > SILENT_FOR_TOO_LONG) {
      this.become('offline');
      this.again();
    }
  }

  again() {
    this.failures = 0;
    this.reading?.abort();
  }

  async run() {
    while (!this.stopped) {
      try {
        await this.read();
        this.failures = 0;
      } catch {
        this.failures++;
        this.become('offline');
      }
      const pause = Math.min(PAUSE_MILLIS_MAX, 500 * 2 ** this.failures);
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  async read() {
    const reading = new AbortController();
    this.reading = reading;
    /** @type {Record<string, string>} */
    const headers = {Accept: 'text/event-stream', Authorization: `Bearer ${await this.session.token()}`};
    if (this.lastEventId) {
      headers['Last-Event-ID'] = this.lastEventId;
    }
    const answer = await fetch('/api/v1/stream/changes', {headers, signal: reading.signal, cache: 'no-store'});
    if (!answer.ok || !answer.body) {
      throw new Error(`stream answered ${answer.status}`);
    }
    this.become('live');
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const {done, value} = await reader.read();
      if (done) {
        return;
      }
      this.heardAt = Date.now();
      this.failures = 0;
      const parts = (rest + value).split(/\r?\n\r?\n/);
      rest = parts.pop() ?? '';
      parts.forEach(part => this.hear(part));
    }
  }

  /** @param {string} text */
  hear(text) {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const line of text.split(/\r?\n/)) {
      const colon = line.indexOf(':');
      if (colon > 0) {
        const name = line.slice(0, colon);
        const value = line.slice(colon + 1).replace(/^ /, '');
        fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
      }
    }
    if (fields.id) {
      this.lastEventId = fields.id;
    }
    if (fields.event === 'change') {
      this.dispatchEvent(new CustomEvent('change', {detail: JSON.parse(fields.data)}));
    } else if (fields.event === 'reset') {
      this.dispatchEvent(new Event('reset'));
    }
  }

  /** @param {LiveStatus} status */
  become(status) {
    if (this.status === status) {
      return;
    }
    this.status = status;
    this.dispatchEvent(new Event('status'));
    if (status === 'live') {
      // Also the first time: something may have changed between the first reads and now.
      this.dispatchEvent(new Event('reset'));
    }
  }
}

// The one event stream of a page: what changed, and whether the connection is there.
import { EventParser } from './event-parser.js';

const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;
/** So many signals a second are told one by one; of more, only that there were some. */
const MOST = 200;
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * Follows the signals of one dataset; a lost stream is opened again by itself, and goes on after the last signal heard. It is read
 * by hand: an EventSource keeps heartbeats to itself, and without them a connection that somebody on the way dropped without
 * a word cannot be told from one on which nothing happens.
 */
export class SignalStream {
  /**
   * @param {{opened: () => void, signal: (signal: any, id: string) => void, changes: () => void, lost: (retryAt: number) => void}} listener
   * @param {number} silence after so many milliseconds without a heartbeat the stream is taken for lost
   * @param {(url: string, options: any) => Promise<Response>} connect
   */
  constructor(listener, silence, connect = (url, options) => fetch(url, options)) {
    this.listener = listener;
    this.silence = silence;
    this.connect = connect;
    this.attempts = 0;
  }

  /** @param {string | undefined} dataset an address may say what can be the name of none: then all are followed */
  follow(dataset) {
    this.close();
    this.lastEventId = undefined;
    this.url = `/api/signals?${NAME.test(dataset ?? '') ? `dataset=${dataset}&` : ''}most=${MOST}`;
    this.open();
  }

  open() {
    this.close();
    const connection = new AbortController();
    this.connection = connection;
    this.read(connection.signal).catch(() => {}).then(() => connection === this.connection && this.retry());
  }

  /** @param {AbortSignal} signal */
  async read(signal) {
    this.heard();
    const headers = { Accept: 'text/event-stream', ...(this.lastEventId ? { 'Last-Event-ID': this.lastEventId } : {}) };
    const response = await this.connect(this.url, { headers, cache: 'no-store', signal });
    if (!response.ok || signal.aborted) {
      return;
    }
    this.heard();
    this.attempts = 0;
    this.listener.opened();
    const events = new EventParser((name, data, id) => this.tell(name, data, id));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let { done, value } = await reader.read(); !done && !signal.aborted; { done, value } = await reader.read()) {
      this.heard();
      events.push(value);
    }
  }

  /** Apart from the reading, which what a listener fails at does not end. */
  tell(name, data, id) {
    this.lastEventId = id;
    if (name === 'signal') {
      queueMicrotask(() => this.listener.signal(JSON.parse(data), id));
    } else if (name === 'changes') {
      queueMicrotask(() => this.listener.changes());
    }
  }

  heard() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), this.silence);
  }

  retry() {
    this.close();
    const pause = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.attempts++) * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.open(), pause);
    this.listener.lost(Date.now() + pause);
  }

  close() {
    clearTimeout(this.timer);
    this.connection?.abort();
    this.connection = undefined;
  }
}

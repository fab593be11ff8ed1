// The one event stream of a page: what changed, and whether the connection is there. Knows no document.

const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;

/** Follows the signals of one dataset; a lost stream is opened again by itself, and starts with the present state. */
export class SignalStream {
  /**
   * @param {{opened: () => void, signal: (signal: any) => void, lost: (retryAt: number) => void}} listener
   * @param {(url: string) => EventSource} connect
   */
  constructor(listener, connect = (url) => new EventSource(url)) {
    this.listener = listener;
    this.connect = connect;
    this.attempts = 0;
  }

  /** @param {string | undefined} dataset */
  follow(dataset) {
    this.close();
    this.url = dataset === undefined ? '/api/signals' : `/api/signals?dataset=${encodeURIComponent(dataset)}`;
    this.open();
  }

  open() {
    this.close();
    const source = this.connect(this.url);
    this.source = source;
    source.onopen = () => {
      this.attempts = 0;
      this.listener.opened();
    };
    source.addEventListener('signal', (event) => this.listener.signal(JSON.parse(event.data)));
    source.onerror = () => this.retry();
  }

  /** Opens a new stream rather than leaving it to the browser, which gives up for good at some answers. */
  retry() {
    this.close();
    const pause = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.attempts++) * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.open(), pause);
    this.listener.lost(Date.now() + pause);
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}

// Trying again: later each time, and not at the same moment as everybody else.

const SHORTEST_PAUSE = 300;
const LONGEST_PAUSE = 10_000;

/** @param {number} attempt from 0 */
export function backoff(attempt) {
  return Math.min(LONGEST_PAUSE, 500 * 2 ** attempt) * (0.75 + Math.random() / 2);
}

/** @param {AbortSignal} signal ends the pause at once */
export function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(SHORTEST_PAUSE, millis));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

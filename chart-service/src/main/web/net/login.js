// Where a login is asked for: what happens when it has ended.

const KEY = 'logged-in-again';
const ONCE_IN = 60_000;

/**
 * Loads the page again, which leads through the login and back to the same address; but not again and again where that
 * does not help.
 */
export function logInAgain(storage = sessionStorage, reload = () => location.reload(), now = Date.now()) {
  if (now - Number(storage.getItem(KEY)) > ONCE_IN) {
    storage.setItem(KEY, String(now));
    reload();
  }
}

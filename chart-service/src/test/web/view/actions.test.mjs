import assert from 'node:assert/strict';
import { test } from 'node:test';

/** As much of a document as actions touch; whoever is asked says yes. */
class Element extends EventTarget {
  textContent = '';
  returnValue = '';

  showModal() {
    this.returnValue = 'yes';
    setImmediate(() => this.dispatchEvent(new Event('close')));
  }
}

const WORDS = ['forgetQuestion', 'forgetBodyUnknown', 'forget', 'actionFailed'];
const elements = new Map();
elements.set('words', { content: { querySelectorAll: () => WORDS.map((value) => ({ value, textContent: value })) } });
globalThis.document = {
  documentElement: { lang: 'en' },
  getElementById(id) {
    if (!elements.has(id)) {
      elements.set(id, new Element());
    }
    return elements.get(id);
  },
};
const { Actions } = await import('../../../main/web/view/actions.js');

function forgetting(deleteSlice) {
  const main = { view: { dataset: 'fruit', category: 'figs' } };
  const actions = new Actions({ trackers: { main } }, { deleteSlice });
  return { view: main.view, done: actions.forget() };
}

test('the end of a forget is waited for', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, done } = forgetting(async () => {});
  await done;
  assert.ok(view.asked);
});

test('a forget that failed is over', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, done } = forgetting(async () => {
    throw new Error('not reached');
  });
  await done;
  assert.ok(!view.asked);
});

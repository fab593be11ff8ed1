// What a visitor does to the memo: refresh, recompute all, forget.
import { byId, setShown, setText } from './dom.js';
import { RecomputeRun } from '../model/recompute-run.js';
import { same } from '../model/equality.js';
import { ask, toast } from './announcer.js';
import { formats, word } from './words.js';

export class Actions {
  /**
   * @param {import('../model/visit.js').Visit} visit
   * @param {typeof import('../net/api.js')} api
   */
  constructor(visit, api) {
    this.visit = visit;
    this.api = api;
    /** @type {RecomputeRun | undefined} */
    this.recomputing = undefined;
    byId('refresh').addEventListener('click', () => this.refresh());
    byId('recompute-all').addEventListener('click', () => this.recomputeAll());
    byId('forget').addEventListener('click', () => this.forget());
    byId('recompute-dismiss').addEventListener('click', () => {
      this.recomputing = undefined;
      this.render(Date.now());
    });
  }

  refresh() {
    for (const one of Object.values(this.visit.trackers)) {
      if (one) {
        this.refreshOne(one);
      }
    }
  }

  /** Several who refresh what they see lead to one computation: the version on screen is named. */
  async refreshOne(one) {
    const { dataset, category, x, y, error, phase } = one.view;
    if (error?.code && phase === 'settled') {
      this.again(one);
      return;
    }
    if (!one.own || phase === 'forgotten') {
      one.ask();
      return;
    }
    one.view.asked = true;
    const ifVersion = one.own.version;
    const asked = await this.tried(() => this.api.postRequest({ dataset, category, x, y, refresh: true, ifVersion }));
    if (asked) {
      toast(word('refreshAsked'));
    } else {
      one.view.asked = false;
    }
  }

  /** After a failure: a request that says so passes over the failure that is remembered. */
  async again(one) {
    const { dataset, category, x, y } = one.view;
    if (await this.tried(() => this.api.postRequest({ dataset, category, x, y, refresh: true }))) {
      one.view.asked = true;
      one.expect();
    }
  }

  /** Tells how a refresh ended. */
  happened(event, view, before) {
    if (!view?.asked || !ENDS.has(event)) {
      return;
    }
    view.asked = false;
    if (event === 'confirmed' || (event === 'answer' && before && same(before.figures, view.answer.figures))) {
      toast(word('alreadyFresh'));
    } else if (event === 'answer') {
      toast(word('refreshed'));
    }
  }

  async recomputeAll() {
    const { catalogue, address: { x, y } } = this.visit;
    const dataset = catalogue.dataset(this.visit.address.dataset);
    if (!dataset) {
      return;
    }
    const title = word('recomputeAllQuestion', { count: dataset.choices.count, dataset: dataset.title || dataset.name });
    if (!(await ask({ title, body: word('recomputeAllBody'), yes: word('recomputeAll') }))) {
      return;
    }
    const many = dataset.choices.count > dataset.categories.length;
    this.recomputing = many ? undefined : new RecomputeRun(dataset, catalogue, { x, y });
    if (!(await this.tried(() => this.api.postRequest({ dataset: dataset.name, x, y, all: true, refresh: true })))) {
      this.recomputing = undefined;
    } else if (many) {
      toast(word('refreshAsked'));
    }
    this.render(Date.now());
  }

  async forget() {
    const one = this.visit.trackers.main;
    if (!one) {
      return;
    }
    const { dataset, category, x, y, answer } = one.view;
    const title = word('forgetQuestion', { category });
    const body = answer ? word('forgetBody', { time: formats.duration(answer.computeMillis) }) : word('forgetBodyUnknown');
    if (await ask({ title, body, yes: word('forget') })) {
      one.view.asked = true;
      if (!(await this.tried(() => this.api.deleteSlice({ dataset, category, x, y })))) {
        one.view.asked = false;
      }
    }
  }

  async tried(call) {
    try {
      await call();
      return true;
    } catch (problem) {
      toast(word('actionFailed', { message: problem.message }));
      return false;
    }
  }

  render(now) {
    const run = this.recomputing;
    setShown(byId('recompute'), run !== undefined);
    if (!run) {
      return;
    }
    run.look(this.visit.catalogue);
    const words = [word(run.ended ? 'recomputeDone' : 'recomputeProgress', { done: run.done.size, count: run.count })];
    if (run.failed.size) {
      words.push(word('recomputeFailures', { failed: run.failed.size }));
    }
    if (run.quiet(now)) {
      words.push(word('recomputeQuiet'));
    }
    setText(byId('recompute-words'), words.join(' · '));
    byId('recompute-bar').value = (run.done.size + run.failed.size) / Math.max(1, run.count);
  }
}

const ENDS = new Set(['answer', 'confirmed', 'failed', 'forgotten']);

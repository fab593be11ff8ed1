// The calls of chart-service that the page makes.
import { encode, writeAddress } from '../model/address.js';
import { DENSE, readDense } from './dense.js';
import { logInAgain } from './login.js';

const WAIT_SECONDS = 30;
/** So long after a call was made nothing will come of it any more: a connection can break without a word. */
const LONGEST_CALL = 90_000;

/** An answer that says why there is none; `status` 0 means that the service was not reached. */
export class Problem extends Error {
  constructor(status, code, message, details = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** @returns {Promise<any[]>} */
export async function fetchDatasets() {
  return (await call('/api/datasets', { headers: { Accept: 'application/json' } })).json();
}

/**
 * A page of the categories of a dataset, with the states of their slices under these axes.
 * @param {{dataset: string, x?: string, y?: string, search?: string, from?: number, around?: string, limit: number}} what
 * @returns {Promise<{matchCount: number, from: number, categories: any[]}>}
 */
export async function fetchCategories(what) {
  const query = Object.entries(what).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${encode(String(value))}`).join('&');
  return (await call(`/api/categories?${query}`, { headers: { Accept: 'application/json' } })).json();
}

/**
 * The four figures, or how far their computation is. The call itself asks for what is not there yet, and waits for it.
 * @param {{dataset: string, category: string, x?: string, y?: string, region?: import('../model/address.js').Region}} what
 * @param {{wait?: boolean, signal?: AbortSignal}} [how]
 */
export async function fetchFigures(what, { wait = true, signal } = {}) {
  const headers = { Accept: DENSE, ...(wait ? { Prefer: `wait=${WAIT_SECONDS}` } : {}) };
  const response = await call(`/api/figures${writeAddress(what)}`, { headers, signal });
  if (response.status === 202) {
    return { pending: { ...(await response.json()), retryAfterMillis: retryAfter(response) } };
  }
  return { answer: readDense(await response.arrayBuffer()) };
}

/**
 * The four figures if the service holds them and they are fresh. This call has nothing computed or looked up.
 * @returns {Promise<any>} an answer, or undefined
 */
export async function fetchHeldFigures(what) {
  const response = await call(`/api/figures${writeAddress(what)}`, { headers: { Accept: DENSE, Prefer: 'only-held' }, priority: 'low' });
  return response.status === 200 ? readDense(await response.arrayBuffer()) : undefined;
}

/** @param {object} request a request as on Kafka */
export async function postRequest(request) {
  await call('/api/requests', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
}

/** @param {{dataset: string, category: string, x?: string, y?: string}} what */
export async function deleteSlice(what) {
  await call(`/api/slice${writeAddress(what)}`, { method: 'DELETE', headers: { 'Content-Type': 'application/json' } });
}

async function call(url, { signal, ...options }) {
  const ends = [AbortSignal.timeout(LONGEST_CALL), ...(signal ? [signal] : [])];
  let response;
  try {
    response = await fetch(url, { ...options, signal: AbortSignal.any(ends) });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new Problem(0, 'NOT_REACHED', failure.message);
  }
  if (response.status === 401) {
    logInAgain();
  }
  if (!response.ok) {
    throw await readProblem(response);
  }
  return response;
}

async function readProblem(response) {
  const body = await response.json().catch(() => ({}));
  const message = body.detail ?? body.title ?? `HTTP ${response.status}`;
  return new Problem(response.status, body.code ?? 'UNKNOWN', message, { ...body, retryAfterMillis: retryAfter(response) });
}

function retryAfter(response) {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1000 : undefined;
}

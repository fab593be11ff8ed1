// Reads a JSON array of custom resources and prints, a line each, what is wrong with them.
//
// The operators' types come as compiled validators, which let fields pass that they do not know. A field that a
// validator has never asked for is such a field: each object is handed over in a wrapping that takes note.
import * as keda from '@kubernetes-models/keda/keda.sh/v1alpha1';
import * as prometheus from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';

const types = { 'keda.sh/v1alpha1': keda, 'monitoring.coreos.com/v1': prometheus };

function noting(value, path, unasked) {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => noting(item, `${path}/${index}`, unasked));
  }
  const wrapped = {};
  for (const [key, item] of Object.entries(value)) {
    wrapped[key] = noting(item, `${path}/${key}`, unasked);
    unasked.add(`${path}/${key}`);
  }
  return new Proxy(wrapped, {
    get(target, key) {
      unasked.delete(`${path}/${String(key)}`);
      return target[key];
    },
  });
}

function findings(resource) {
  const type = types[resource.apiVersion]?.[resource.kind];
  if (!type) {
    return [`no schema for ${resource.apiVersion} ${resource.kind}`];
  }
  const unasked = new Set();
  const found = [];
  try {
    type.prototype.validate.call(noting(resource, '', unasked));
  } catch (invalid) {
    found.push(invalid.message);
  }
  return found.concat([...unasked].map((path) => `unknown field ${path}`));
}

let input = '';
for await (const chunk of process.stdin) {
  input += chunk;
}
for (const resource of JSON.parse(input)) {
  for (const finding of findings(resource)) {
    console.log(`${resource.kind} ${resource.metadata?.name}: ${finding}`);
  }
}

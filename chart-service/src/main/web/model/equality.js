// Whether two answers draw the same figures.

/** Compares plain values, arrays and typed arrays. */
export function same(one, other) {
  if (Object.is(one, other)) {
    return true;
  }
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return false;
  }
  if (ArrayBuffer.isView(one)) {
    return ArrayBuffer.isView(other) && one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
  }
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
}

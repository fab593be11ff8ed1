import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress, writeAddress } from '../../../main/web/model/address.js';
import { rounded, scaled } from '../../../main/web/model/region.js';
import { plotlyTime, readTime, writeTime } from '../../../main/web/model/times.js';
import { dress, localeOf, withTimes } from '../../../main/web/view/plotly.js';

const MAY = Date.UTC(2001, 4, 1);
const HOUR = 3_600_000;

test('a time is written as short as it can be, and read back', () => {
  assert.equal(writeTime(MAY), '2001-05-01');
  assert.equal(writeTime(MAY + 12.5 * HOUR), '2001-05-01T12:30:00Z');
  for (const millis of [MAY, MAY + 1, MAY + HOUR, 0, -1]) {
    assert.equal(readTime(writeTime(millis)), millis);
  }
  assert.equal(readTime('2001-05-01T12:30:00'), MAY + 12.5 * HOUR);
  assert.equal(readTime('2001-05-01T12:30:00+02:00'), MAY + 10.5 * HOUR);
  for (const text of ['May 2001', '2001', '', '2001-13-01', '2001-05-01T99:00:00Z']) {
    assert.ok(Number.isNaN(readTime(text)), text);
  }
  assert.equal(writeTime(Date.UTC(-44, 2, 15)), '-0044-03-15');
  for (const millis of [Date.UTC(-44, 2, 15), Date.UTC(-44, 2, 15) + HOUR, Date.UTC(12_000, 0, 1)]) {
    assert.equal(readTime(writeTime(millis)), millis);
  }
  assert.equal(writeTime(1e300), '1e+300');
});

test('an address says times as times, whatever is zoomed into', () => {
  const search = '?dataset=flights&category=LAX&x0=2001-05-01&x1=2001-05-03&y0=-1&y1=2';
  const address = readAddress(search);
  assert.deepEqual(address.region, { x0: MAY, x1: MAY + 48 * HOUR, y0: -1, y1: 2, times: { x: true, y: false } });
  assert.equal(writeAddress(address), search);
  const closer = rounded(scaled(address.region, 0.5));
  assert.equal(writeAddress({ region: closer }), '?x0=2001-05-01T12%3A00%3A00Z&x1=2001-05-02T12%3A00%3A00Z&y0=-0.25&y1=1.25');
});

test('plotly is given times as texts without a zone, in traces and in ranges', () => {
  assert.equal(plotlyTime(MAY), '2001-05-01 00:00:00.000');
  assert.equal(plotlyTime(NaN), null);
  assert.equal(plotlyTime(Date.UTC(-44, 2, 15)), '-0044-03-15 00:00:00.000');
  const figure = {
    data: [{ type: 'scatter', x: Float64Array.of(MAY, MAY + HOUR), y: Float64Array.of(1, 2) }],
    layout: { margin: { t: 10 }, xaxis: { type: 'date' } },
  };
  const range = { x0: MAY, x1: MAY + HOUR, y0: 0, y1: 3 };
  const { data, layout } = dress(figure, { template: {}, revision: 'r', range, titles: {}, named: false });
  assert.equal(layout.xaxis.type, 'date');
  assert.deepEqual(layout.xaxis.range, ['2001-05-01 00:00:00.000', '2001-05-01 01:00:00.000']);
  assert.deepEqual(layout.yaxis.range, [0, 3]);
  const [trace] = data.map((one) => withTimes(one, layout));
  assert.deepEqual(trace.x, ['2001-05-01 00:00:00.000', '2001-05-01 01:00:00.000']);
  assert.equal(trace.y, data[0].y);
  assert.deepEqual(withTimes({ type: 'heatmap', x0: MAY, dx: HOUR }, layout), { type: 'heatmap', x0: '2001-05-01 00:00:00.000', dx: HOUR });
});

test('axes of times have the names of the language, in its order', () => {
  const { format } = localeOf('zh-CN');
  assert.deepEqual(format.shortMonths.slice(0, 2), ['1月', '2月']);
  assert.deepEqual([format.year, format.month, format.dayMonth, format.dayMonthYear], ['%Y年', '%Y年%-m月', '%-m月%-d日', '%Y年%-m月%-d日']);
  assert.equal(localeOf('de').format.dayMonthYear, '%-d. %b %Y');
});

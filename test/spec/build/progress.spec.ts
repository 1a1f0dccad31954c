import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProgress } from '../../build/progress.ts';

function collector(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { written, isTTY, columns, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  it('rewrites one line on a terminal and takes it away at the end', () => {
    const stream = collector(true);
    const progress = createProgress(stream);
    progress.update('building', 1, 2);
    progress.update('building', 2, 2);
    progress.clear();
    assert.deepEqual(stream.written, ['\r\x1b[2Kbuilding [1/2]', '\r\x1b[2Kbuilding [2/2]', '\r\x1b[2K']);
  });

  it('never wraps on a terminal', () => {
    const stream = collector(true, 10);
    createProgress(stream).update('a text that is too long');
    assert.equal(stream.written[0], '\r\x1b[2Ka text th');
  });

  it('writes few plain lines elsewhere', () => {
    const stream = collector(false);
    const progress = createProgress(stream);
    for (let done = 1; done <= 100; done++) progress.update('building', done, 100);
    progress.clear();
    assert.deepEqual(stream.written, [
      'building ...\n',
      'building [25/100]\n',
      'building [50/100]\n',
      'building [75/100]\n',
    ]);
  });

  it('takes nothing away when nothing was written', () => {
    const stream = collector(true);
    createProgress(stream).clear();
    assert.deepEqual(stream.written, []);
  });
});

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RingReader, RingWriter, fileBytes } from '../../engine/ring.ts';
import { scratch } from '../build/scratch.ts';

const limit = { timeout: 20_000 };

/** Both sides over one file. The bridge would map it; here the memory is copied to the file and the read count back. */
function openRing(folder: string): { write(text: string): void; reader: RingReader } {
  const file = join(folder, 'ring');
  const memory = new ArrayBuffer(fileBytes);
  writeFileSync(file, new Uint8Array(memory));
  const writer = new RingWriter(memory);
  const reader = new RingReader(file);
  const write = (text: string): void => {
    new Uint8Array(memory).set(readFileSync(file).subarray(4, 8), 4);
    writer.write(Buffer.from(text), () => assert.fail('the ring is full'));
    writeFileSync(file, new Uint8Array(memory));
  };
  return { write, reader };
}

describe('the ring of messages', limit, () => {
  it('read-nothing-written-gives-undefined', () => {
    using place = scratch();
    const { reader } = openRing(place.folder);
    assert.equal(reader.read(), undefined);
    reader.close();
  });

  it('read-no-file-yet-gives-undefined', () => {
    using place = scratch();
    assert.equal(new RingReader(join(place.folder, 'missing')).read(), undefined);
  });

  it('read-after-several-writes-gives-each-byte-once', () => {
    using place = scratch();
    const { write, reader } = openRing(place.folder);
    write('one ');
    write('two');
    assert.equal(reader.read()?.toString(), 'one two');
    assert.equal(reader.read(), undefined);
    write('three');
    assert.equal(reader.read()?.toString(), 'three');
    reader.close();
  });

  it('write-around-the-end-of-the-ring-keeps-the-order', () => {
    using place = scratch();
    const { write, reader } = openRing(place.folder);
    const chunk = 'x'.repeat(100_000);
    for (let round = 0; round < 8; round++) {
      write(`${chunk}${round}`);
      assert.equal(reader.read()?.toString(), `${chunk}${round}`);
    }
    reader.close();
  });

  it('write-without-room-asks-whether-somebody-reads', () => {
    const writer = new RingWriter(new ArrayBuffer(fileBytes));
    const gone = new Error('nobody reads');
    const write = (): void =>
      writer.write(Buffer.alloc(fileBytes), () => {
        throw gone;
      });
    assert.throws(write, gone);
  });
});

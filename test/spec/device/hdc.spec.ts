import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ToolError } from '../../build/errors.ts';
import { chooseDevice, devicesOf } from '../../device/hdc.ts';

const limit = { timeout: 20_000 };
const listed = '127.0.0.1:5555\t\tTCP\tConnected\tlocalhost\thdc\r\nFMR0223\tUSB\tOffline\t\thdc\r\n';

describe('the devices of hdc', limit, () => {
  it('list-names-those-that-are-connected', () => {
    assert.deepEqual(devicesOf(listed), ['127.0.0.1:5555']);
  });

  it('list-of-none-is-empty', () => {
    assert.deepEqual(devicesOf('[Empty]\n'), []);
  });

  it('choose-the-only-one', () => {
    assert.equal(chooseDevice(['a'], undefined), 'a');
  });

  it('choose-the-one-that-is-named', () => {
    assert.equal(chooseDevice(['a', 'b'], 'b'), 'b');
  });

  it('choose-among-several-without-a-name-is-an-error-that-lists-them', () => {
    assert.throws(
      () => chooseDevice(['a', 'b'], undefined),
      new ToolError('several devices are connected: choose one with --device (a, b)'),
    );
  });

  it('choose-without-a-device-says-what-to-do', () => {
    assert.throws(() => chooseDevice([], undefined), /no device is connected\. Connect one/);
  });

  it('choose-one-that-is-not-there-names-the-others', () => {
    assert.throws(() => chooseDevice(['a'], 'x'), /the device x is not connected \(connected: a\)/);
  });
});

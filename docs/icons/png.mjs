import { crc32, deflateSync } from 'node:zlib';

/**
 * Encodes an image as PNG with 8-bit RGBA or RGB samples.
 * @param {number} size width and height in pixels
 * @param {Uint8Array} rgba samples, four bytes a pixel, rows from top to bottom
 * @param {boolean} alpha false drops the fourth sample of each pixel
 */
export function encodePng(size, rgba, alpha) {
  const channels = alpha ? 4 : 3;
  const stride = 1 + size * channels;
  const raw = new Uint8Array(size * stride);
  for (let y = 0; y < size; y++) {
    const row = y * stride;
    // Filter 2 (difference to the row above) turns flat and vertical areas into runs of zeros.
    raw[row] = y === 0 ? 0 : 2;
    for (let x = 0; x < size; x++) {
      for (let c = 0; c < channels; c++) {
        const here = rgba[(y * size + x) * 4 + c];
        const above = y === 0 ? 0 : rgba[((y - 1) * size + x) * 4 + c];
        raw[row + 1 + x * channels + c] = here - above;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

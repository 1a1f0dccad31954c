// Draws the icons of the app: node docs/icons/draw-icons.mjs
// A memory chip whose inside is a gauge: three blocks of heap, the upper one just given back (outlined).
import { writeFileSync } from 'node:fs';
import { encodePng } from './png.mjs';

const root = new URL('../../', import.meta.url);

const white = [255, 255, 255];
const deep = [12, 42, 102];
const bright = [24, 148, 196];
const mint = [128, 236, 202];

/** Signed distance from (x, y) to a rounded rectangle; negative inside. Lengths are in 1/1024 of the picture. */
function roundedBox(x, y, centreX, centreY, width, height, radius) {
  const dx = Math.abs(x - centreX) - width / 2 + radius;
  const dy = Math.abs(y - centreY) - height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** The shapes of the chip, from back to front: a distance function and a colour. */
function chipShapes() {
  const shapes = [];
  for (const offset of [-120, -40, 40, 120]) {
    shapes.push({ distance: (x, y) => roundedBox(x, y, 512 + offset, 512, 32, 556, 16), colour: white });
    shapes.push({ distance: (x, y) => roundedBox(x, y, 512, 512 + offset, 556, 32, 16), colour: white });
  }
  shapes.push({ distance: (x, y) => roundedBox(x, y, 512, 512, 440, 440, 64), colour: white });
  shapes.push({ distance: (x, y) => roundedBox(x, y, 512, 512, 376, 376, 40), colour: deep });
  shapes.push({ distance: (x, y) => roundedBox(x, y, 512, 608, 280, 72, 20), colour: mint });
  shapes.push({ distance: (x, y) => roundedBox(x, y, 512, 512, 280, 72, 20), colour: mint });
  shapes.push({ distance: (x, y) => Math.abs(roundedBox(x, y, 512, 416, 268, 60, 14)) - 6, colour: mint });
  return shapes;
}

/** Draws shapes with smooth edges over `backdrop(x, y)`, which returns red, green, blue and alpha (0 to 1). */
function draw(size, shapes, backdrop) {
  const scale = 1024 / size;
  const out = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) * scale;
      const y = (row + 0.5) * scale;
      let [red, green, blue, alpha] = backdrop(x, y);
      for (const { distance, colour } of shapes) {
        const cover = Math.min(Math.max(0.5 - distance(x, y) / scale, 0), 1);
        if (cover === 0) continue;
        const total = cover + alpha * (1 - cover);
        const mix = (over, under) => (over * cover + under * alpha * (1 - cover)) / total;
        [red, green, blue, alpha] = [mix(colour[0], red), mix(colour[1], green), mix(colour[2], blue), total];
      }
      out.set(
        [Math.round(red), Math.round(green), Math.round(blue), Math.round(alpha * 255)],
        (row * size + column) * 4,
      );
    }
  }
  return out;
}

const clear = () => [255, 255, 255, 0];
/** From deep blue at the top to bright blue at the bottom. */
function sky(_x, y) {
  const t = y / 1024;
  return [0, 1, 2].map((c) => deep[c] + (bright[c] - deep[c]) * t).concat(1);
}
/** The start window shows the icon on any colour, so it brings its own rounded ground. */
const ground = { distance: (x, y) => roundedBox(x, y, 512, 512, 960, 960, 220), colour: [18, 94, 150] };

const pictures = {
  'background.png': encodePng(1024, draw(1024, [], sky), false),
  'foreground.png': encodePng(1024, draw(1024, chipShapes(), clear), true),
};
for (const [name, data] of Object.entries(pictures)) {
  for (const folder of ['AppScope/resources/base/media/', 'entry/src/main/resources/base/media/']) {
    writeFileSync(new URL(folder + name, root), data);
  }
}
writeFileSync(
  new URL('entry/src/main/resources/base/media/startIcon.png', root),
  encodePng(288, draw(288, [ground, ...chipShapes()], clear), true),
);

// How pages look in Chromium: whether all can be read, and whether it fits into the view.
import assert from 'node:assert/strict';

/** The lowest contrast of a text of the page with what is behind it, of those that stand on a plain ground. */
const lowestContrast = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('no canvas');
    const rgb = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour) => {
      const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const ground = getComputedStyle(at).backgroundColor;
        if (rgb(ground)[3] === 255) return ground;
      }
      return 'white';
    };
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
    );
    const found = texts.map((element) => {
      const [low = 0, high = 0] = [getComputedStyle(element).color, groundOf(element)].map(luminance).sort((a, b) => a - b);
      return { contrast: (high + 0.05) / (low + 0.05), text: element.outerHTML.slice(0, 120) };
    });
    return found.sort((a, b) => a.contrast - b.contrast)[0];
  });

/** Throws where a text is hard to read in one of the looks that a system may ask for. */
export async function inEachLook(page) {
  for (const look of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
    { media: 'print' },
  ]) {
    await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null, ...look });
    const { contrast, text } = await lowestContrast(page);
    assert.ok(contrast >= 4.5, `${JSON.stringify(look)}: ${contrast.toFixed(2)} for ${text}`);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
}

/** Throws where the page is wider than the view. */
export async function fits(page) {
  const [content = 0, view = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= view, `the page is ${content} wide in a view of ${view}`);
}

// A Vite plugin: puts a .br and a .gz beside every text file of the build, so that the router never compresses twice.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(js|css|svg|webmanifest|txt)$/;
const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];
/** 9 of 11: a hundredth larger than the best, ten times as quick. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

export function compress() {
  let folder = '';
  return {
    name: 'mosaic:compress',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = join(root, outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const names = await readdir(folder, { recursive: true });
        await Promise.all(
          names
            .filter((name) => TEXT.test(name))
            .map(async (name) => {
              const path = join(folder, name);
              const bytes = await readFile(path);
              await Promise.all([
                toBrotli(bytes, quality).then((small) => writeFile(`${path}.br`, small)),
                toGzip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
              ]);
            }),
        );
      },
    },
  };
}

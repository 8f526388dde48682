/** Dockerfiles, read instruction by instruction, held before a reader of all that one may say. */
import assert from 'node:assert/strict';
import { DockerfileParser, type ModifiableInstruction } from 'dockerfile-ast';
import fc from 'fast-check';
import { instructionsIn } from '../../workspace/src/images/instructions.js';
import { readRecipe } from '../../workspace/src/images/recipe.js';

/** The same by the library: keyword, flags, content with each gap as one blank. */
const byLibrary = (text: string) =>
  DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const flags = 'getFlags' in instruction ? (instruction as ModifiableInstruction).getFlags() : [];
      return [
        instruction.getKeyword(),
        flags.map((flag) => `${flag.getName()}=${flag.getValue() ?? ''}`),
        (instruction.getArgumentsContent() ?? '').replace(/\s+/g, ' ').trim(),
      ];
    });

const byUs = (text: string) =>
  instructionsIn(text).map(({ keyword, flags, content }) => [
    keyword,
    [...flags].map(([name, value]) => `${name}=${value}`),
    content.replace(/\s+/g, ' ').trim(),
  ]);

const piece = fc.constantFrom(
  'FROM alpine\n',
  'from debian:12 as build\n',
  'FROM --platform=linux/amd64 node AS web\n',
  'RUN apk add dcron\n',
  'RUN a \\\n  && b\n',
  'RUN a \\  \n  && b\n',
  'RUN --mount=type=cache,target=/x --network=none make\n',
  'COPY --chown=a:b --from=build /x /y\n',
  'COPY a b c/\n',
  'ADD ["a b", "/c d/"]\n',
  '# a comment \\\n',
  '\n',
  '  \t\n',
  'ENV A=b \\\r\n  C=d\r\n',
  'WORKDIR /srv\n',
  'USER www:www\n',
  'CMD ["cron", "-f"]\n',
  'EXPOSE 80',
);

describe('a Dockerfile', () => {
  it('has the instructions that the library finds in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '# syntax=docker/dockerfile:1\n'), (pieces, top) => {
        const text = top + pieces.map((each) => (each.endsWith('\n') ? each : `${each}\n`)).join('');
        assert.deepEqual(byUs(text), byLibrary(text));
      }),
      { numRuns: 500 },
    );
  });

  it('passes over empty lines and comments where one goes on, as BuildKit does and the library does not', () => {
    assert.deepEqual(byUs('RUN a \\ \n\n # why\n\n && b\n'), [['RUN', [], 'a && b']]);
  });

  it('may join its lines by another mark', () => {
    const text = '# escape=`\nFROM debian\nRUN a ` \n && b \\\nCOPY x y\n';
    assert.deepEqual(byUs(text), byLibrary(text));
    assert.equal(byUs(text).length, 3);
  });

  it('has here-documents, which are no instructions', () => {
    const text =
      'FROM debian\nRUN <<-"E" cat\n\tcrontab /a\n\tFROM x\n\tE\nCOPY <<A <<B /etc/cron.d/\nFROM y\nA\nFROM z\nB\nUSER w\nRUN cat <<E >/x\nFROM v\nE\n';
    assert.deepEqual(
      instructionsIn(text).map(({ keyword, content }) => [keyword, content]),
      [
        ['FROM', 'debian'],
        ['RUN', '\tcrontab /a\n\tFROM x'],
        ['COPY', '<<A <<B /etc/cron.d/'],
        ['USER', 'w'],
        ['RUN', 'cat <<E >/x'],
      ],
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.constantFrom('RUN <<E\n', 'E\n', 'COPY [', '\\\n', '--from=', '$', '"', 'crontab -u '), fc.string())),
        (pieces) => {
          assert.ok(Array.isArray(readRecipe(pieces.join('')).stages));
        },
      ),
    );
  });
});

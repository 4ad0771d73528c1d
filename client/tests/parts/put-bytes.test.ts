import { expect, test } from 'vitest';
import '../graph/browser';
import { readAnswer } from '@/parts/put-bytes';

test('a file that was taken has become a medium', () => {
  expect(readAnswer(201, '{"mediaId":"M1","status":"READY"}')).toEqual({ kind: 'taken', mediaId: 'M1' });
});

test('a refused file says why, with the parameters of its sentence', () => {
  const text = JSON.stringify({
    errors: [{ message: 'Too large.', extensions: { code: 'FILE_TOO_LARGE', parameters: { limit: 10 } } }],
  });
  expect(readAnswer(413, text)).toEqual({
    kind: 'refused',
    refusal: {
      code: 'FILE_TOO_LARGE',
      message: 'Too large.',
      path: null,
      parameters: [{ name: 'limit', value: '10' }],
    },
  });
});

test('without parameters there are none', () => {
  const text = JSON.stringify({ errors: [{ message: 'No.', extensions: { code: 'UPLOAD_TOO_SLOW' } }] });
  expect(readAnswer(408, text)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'UPLOAD_TOO_SLOW', parameters: [] },
  });
});

test('who is not known is told so, whatever the body says', () => {
  expect(readAnswer(401, '{"errors":[]}')).toEqual({ kind: 'signed-out' });
});

test('what is no decision about the file is none', () => {
  expect(readAnswer(502, '{"errors":[{"message":"x","extensions":{"code":"SUBGRAPH_AWAY"}}]}')).toBeNull();
  expect(readAnswer(413, '<html>')).toBeNull();
  expect(readAnswer(201, '{}')).toBeNull();
});

// Bytes on the wire: pipelines, inline commands, broken input.
import { type ConformanceCase, conform, error, NOT_AN_INTEGER, OK } from './case.js';

export const WIRE_CASES: readonly ConformanceCase[] = [
  conform('a pipeline is answered in order', [
    {
      raw: '*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n*2\r\n$3\r\nGET\r\n$1\r\nk\r\n*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nINCR\r\n$1\r\nk\r\n',
    },
    { answer: OK, on: 'a' },
    { answer: 'v', on: 'a' },
    { answer: { status: 'PONG' }, on: 'a' },
    { answer: NOT_AN_INTEGER, on: 'a' },
  ]),
  conform('a command in many packets', [
    { raw: '*2\r\n$4\r' },
    { raw: '\nEC' },
    { raw: 'HO\r\n$' },
    { raw: '5\r\nhel' },
    { raw: 'lo\r' },
    { raw: '\n' },
    { answer: 'hello', on: 'a' },
  ]),
  conform('inline commands', [
    { raw: 'PING\r\n' },
    { answer: { status: 'PONG' }, on: 'a' },
    { raw: 'SET k "a b"\r\n' },
    { answer: OK, on: 'a' },
    { raw: 'GET k\n' },
    { answer: 'a b', on: 'a' },
    { raw: '  GET   k  \r\n' },
    { answer: 'a b', on: 'a' },
    { raw: 'ECHO "\\x41\\n\\t\\"" \r\n' },
    { answer: 'A\n\x09"', on: 'a' },
    { raw: "ECHO 'it\\'s'\r\n" },
    { answer: "it's", on: 'a' },
    { raw: '\r\n\r\nPING\r\n' },
    { answer: { status: 'PONG' }, on: 'a' },
    { raw: 'NOSUCH a\r\n' },
    { answer: error("unknown command 'NOSUCH', with args beginning with: 'a' "), on: 'a' },
  ]),
  conform('empty arrays are nothing at all', [
    { raw: '*0\r\n*-1\r\n*1\r\n$4\r\nPING\r\n' },
    { answer: { status: 'PONG' }, on: 'a' },
  ]),
  conform('unbalanced quotes', [
    { raw: 'PING "a\r\n' },
    { answer: error('Protocol error: unbalanced quotes in request'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('a quote glued to a word', [
    { raw: 'ECHO "a"b\r\n' },
    { answer: error('Protocol error: unbalanced quotes in request'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('a bulk length that is no number', [
    { raw: '*1\r\n$abc\r\n' },
    { answer: error('Protocol error: invalid bulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('a negative bulk length', [
    { raw: '*1\r\n$-1\r\n' },
    { answer: error('Protocol error: invalid bulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('a bulk length above the maximum', [
    { raw: '*1\r\n$536870913\r\n' },
    { answer: error('Protocol error: invalid bulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('an array length that is no number', [
    { raw: '*abc\r\n' },
    { answer: error('Protocol error: invalid multibulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('an array length above the maximum', [
    { raw: '*2147483648\r\n' },
    { answer: error('Protocol error: invalid multibulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('something else than a bulk string in an array', [
    { raw: '*1\r\n:5\r\n' },
    { answer: error("Protocol error: expected '$', got ':'"), on: 'a' },
    { closed: 'a' },
  ]),
  conform('nothing where a bulk string must be', [
    { raw: '*1\r\n\r\n' },
    { answer: error("Protocol error: expected '$', got ' '"), on: 'a' },
    { closed: 'a' },
  ]),
  conform('an endless inline command', [
    { raw: `${'x'.repeat(70_000)}` },
    { answer: error('Protocol error: too big inline request'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('an endless length', [
    { raw: `*1\r\n$${'x'.repeat(70_000)}` },
    { answer: error('Protocol error: too big bulk count string'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('what came before the broken input is answered', [
    { raw: '*1\r\n$4\r\nPING\r\n*1\r\n$abc\r\n*1\r\n$4\r\nPING\r\n' },
    { answer: { status: 'PONG' }, on: 'a' },
    { answer: error('Protocol error: invalid bulk length'), on: 'a' },
    { closed: 'a' },
  ]),
  conform('broken input harms only its own connection', [
    ['PING', { status: 'PONG' }, 'b'],
    { raw: '*1\r\n:\r\n' },
    { answer: error("Protocol error: expected '$', got ':'"), on: 'a' },
    { closed: 'a' },
    ['PING', { status: 'PONG' }, 'b'],
    ['PING', { status: 'PONG' }, 'c'],
  ]),
];

/** A part of the scenario that a program can use, and how. */
export interface Part {
  readonly name: string;
  readonly kind: 'store' | 'service' | 'target';
}

/** Loops and calls of functions that may run without waiting for anything. */
const MOST_TURNS = 1_000_000;

/** Bytes outside of the language's own memory, which no limit holds for. */
export const RAW_MEMORY = [
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'BigInt64Array', 'BigUint64Array'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
];

/** What a sandbox has by itself, and a program doesn't get. */
const UNKNOWN = [
  ...RAW_MEMORY,
  ...['Intl', 'WebAssembly', 'Atomics', 'FinalizationRegistry', 'WeakRef', 'console', 'eval'],
];

const ERRORS = [
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['TypeError', 'URIError'],
];

/** The parameters of the function that a program is compiled to, in the order in which the setup gives them. */
export const PARAMETERS = [
  '$turn',
  'globalThis',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'console',
  'crypto',
  'Math',
  'Date',
] as const;

/**
 * The script that a sandbox begins with, for a scenario with these parts. Everything that a program touches is made in there,
 * so its promises run in the order of its own queue, and a promise of the simulator never gets to it. Time and answers
 * come with what is told; wishes go out as texts, written when they are made.
 */
export function setupFor(parts: readonly Part[]): string {
  return `'use strict';
(program) => {
  const parts = ${JSON.stringify(parts)};
  const { parse, stringify } = JSON;
  const RealDate = Date;
  const { imul, floor, max } = Math;
  const lives = new Map();
  let now = 0;
  let out = [];
  let turns = 0;
  let calls = 0;

  for (const name of ${JSON.stringify(UNKNOWN)}) delete globalThis[name];
  // Every match would be remembered there, for all workers.
  for (const name of Object.getOwnPropertyNames(RegExp))
    if (name !== 'prototype' && 'get' in Object.getOwnPropertyDescriptor(RegExp, name)) delete RegExp[name];

  const say = (wish) => { out.push(stringify(wish)); };
  const textOf = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.name + ': ' + value.message;
    try { return stringify(value) ?? String(value); } catch { return String(value); }
  };
  // Where a failure comes from takes long to find out, and is told of mistakes only.
  const described = (error, isMistake) => {
    try {
      if (!(error instanceof Error)) return { name: '', message: textOf(error), stack: '', own: false };
      const own = [TypeError, ReferenceError, RangeError, SyntaxError, EvalError].some((type) => error instanceof type);
      const stack = own || isMistake ? String(error.stack) : '';
      return { name: String(error.name), message: String(error.message), stack, own };
    } catch {
      return { name: '', message: 'something that cannot be read', stack: '', own: false };
    }
  };

  const $turn = (line) => {
    turns += 1;
    if (turns <= ${MOST_TURNS}) return;
    if (turns === ${MOST_TURNS} + 1) say({ kind: 'stuck', line });
    throw new Error('this never ends');
  };

  // The real one must not be found behind it.
  const nowMs = () => ${Date.UTC(2026, 0, 1)} + floor(now / 1000);
  const VirtualDate = function Date(...given) {
    if (!new.target) return new RealDate(nowMs()).toString();
    return Reflect.construct(RealDate, given.length === 0 ? [nowMs()] : given, new.target);
  };
  Object.assign(VirtualDate, { now: nowMs, UTC: RealDate.UTC, parse: RealDate.parse });
  VirtualDate.prototype = RealDate.prototype;
  RealDate.prototype.constructor = VirtualDate;
  delete globalThis.Date;
  const mathematics = Object.getOwnPropertyDescriptors(Math);
  delete mathematics.random;
  delete globalThis.Math;

  const randomOf = (seed) => {
    let state = seed | 0;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  };
  const uuidOf = (random) => {
    const digit = (pattern) => {
      const drawn = floor(random() * 16);
      return (pattern === 'x' ? drawn : (drawn & 3) | 8).toString(16);
    };
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, digit);
  };

  const start = (life, job, to, does, given, done, fail) => {
    calls += 1;
    life.waiting.set(calls, { done, fail });
    say({ kind: 'call', life: life.number, job, call: calls, to, does, with: given });
    return calls;
  };
  const ask = (life, job, to, does, ...given) =>
    new Promise((done, fail) => { start(life, job, to, does, given, done, fail); });

  const timersOf = (life) => {
    const active = new Set();
    let made = 0;
    const arm = (id, run, milliseconds, again) => {
      const fire = () => {
        if (!active.has(id)) return;
        if (again) arm(id, run, milliseconds, true);
        else active.delete(id);
        try {
          run();
        } catch (error) {
          say({ kind: 'thrown', error: described(error, true) });
        }
      };
      start(life, 0, '', 'sleep', [max(1, Number(milliseconds) || 1)], fire);
    };
    const timer = (again) => (run, milliseconds, ...given) => {
      if (typeof run !== 'function') throw new TypeError('a timer needs a function to call');
      made += 1;
      active.add(made);
      arm(made, () => run(...given), milliseconds, again);
      return made;
    };
    const clear = (id) => { active.delete(id); };
    return [timer(false), clear, timer(true), clear];
  };

  const keyed = (name, does, key, ...values) => {
    if (typeof key !== 'string' && typeof key !== 'number')
      throw new TypeError(name + '.' + does + ' needs a key: a text');
    return [String(key), ...values.map((value) => value === undefined ? null : value)];
  };
  const CHANGES = ['put', 'putIfAbsent', 'update', 'take', 'add'];
  const storeOf = (name, want, reads) => {
    const store = {};
    for (const does of reads ? ['get', ...CHANGES] : CHANGES)
      store[does] = (...given) => {
        if (does === 'add' && given.length === 1) given.push(1);
        return want(name, does, keyed(name, does, ...given));
      };
    return store;
  };
  const apiOf = (life, job) => {
    const want = (to, does, given) => ask(life, job, to, does, ...given);
    const log = (...values) => { say({ kind: 'log', job, text: values.map(textOf).join(' ') }); };
    const api = { log };
    for (const { name, kind } of parts) {
      if (kind === 'store') api[name] = storeOf(name, want, true);
      else if (kind === 'service') api[name] = { call: ({ timeout } = {}) => ask(life, job, name, 'call', timeout) };
      else api[name] = { send: (body, options) => ask(life, job, name, 'send', textOf(body), options) };
    }
    api.sleep = (milliseconds) => ask(life, job, '', 'sleep', milliseconds);
    api.work = () => ask(life, job, '', 'work');
    api.transaction = (build) => {
      const changes = [];
      const collected = {};
      for (const { name, kind } of parts)
        if (kind === 'store')
          collected[name] = storeOf(name, (to, does, given) => { changes.push({ to, does, with: given }); }, false);
      build(collected);
      return ask(life, job, '', 'transaction', ...changes);
    };
    return api;
  };

  const begin = ({ life: number, seed }) => {
    const random = randomOf(seed);
    const life = { number, waiting: new Map(), exports: undefined };
    lives.set(number, life);
    const log = (...values) => { say({ kind: 'log', job: 0, text: values.map(textOf).join(' ') }); };
    const math = Object.create(Object.prototype, { ...mathematics, random: { value: random } });
    const console = { log, info: log, warn: log, error: log, debug: log };
    const crypto = { randomUUID: () => uuidOf(random) };
    try {
      life.exports = program($turn, undefined, ...timersOf(life), console, crypto, math, VirtualDate);
    } catch (error) {
      say({ kind: 'unloadable', error: described(error, true) });
    }
  };
  const handle = ({ life: number, job, message }) => {
    const life = lives.get(number);
    const api = apiOf(life, job);
    const view = {
      ...message,
      delete: () => ask(life, job, '', 'delete'),
      extend: (seconds) => ask(life, job, '', 'extend', seconds),
    };
    const run = life.exports.handle;
    (async () => run(view, api))().then(
      () => { say({ kind: 'ended', job }); },
      (error) => { say({ kind: 'ended', job, error: described(error, false) }); },
    );
  };
  const address = ({ life, item }) => {
    try {
      const write = lives.get(life).exports.message;
      const value = write(item);
      say({ kind: 'addressed', value, later: value instanceof Promise });
    } catch (error) {
      say({ kind: 'addressed', error: described(error, true) });
    }
  };
  const answer = ({ life, call, value, error }) => {
    const waiting = lives.get(life)?.waiting;
    const asked = waiting?.get(call);
    waiting?.delete(call);
    if (error === undefined) asked?.done(value);
    else asked?.fail(new Error(error));
  };

  // All lives share the language. It must not remember anything for them, nor be bent: what is above relies on it.
  const nameable = (holder, key, { value, enumerable }) => {
    const set = function (given) {
      if (this === holder) throw new TypeError('the language is not to be changed');
      Object.defineProperty(this, key, { value: given, writable: true, enumerable: true, configurable: true });
    };
    Object.defineProperty(holder, key, { get: () => value, set, enumerable });
  };
  const inherited = new Set([Object.prototype, ...${JSON.stringify(ERRORS)}.map((name) => globalThis[name].prototype)]);
  const settled = new Set();
  const settle = (thing) => {
    if (Object(thing) !== thing || settled.has(thing)) return;
    settled.add(thing);
    settle(Object.getPrototypeOf(thing));
    for (const key of Reflect.ownKeys(thing)) {
      const property = Object.getOwnPropertyDescriptor(thing, key);
      settle(property.value);
      settle(property.get);
      settle(property.set);
      // What is frozen can't be given another value further down either, and errors and objects often are.
      if (inherited.has(thing) && property.writable) nameable(thing, key, property);
    }
    Object.freeze(thing);
  };
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (globalThis[name] !== globalThis) settle(globalThis[name]);
  settle(VirtualDate);
  const unnamed = [
    [][Symbol.iterator](), new Map().entries(), new Set().values(), ''[Symbol.iterator](), ''.matchAll(/x/g),
    function* () {}, (function* () {})(), async function () {}, async function* () {}, (async function* () {})(),
  ];
  for (const one of unnamed) settle(Object.getPrototypeOf(one));

  const NEWS = { begins: begin, message: handle, address, answer, dies: ({ life }) => { lives.delete(life); } };

  return {
    enter(text) {
      const told = parse(text);
      now = told.now;
      turns = 0;
      NEWS[told.kind](told);
    },
    take() {
      const said = '[' + out.join(',') + ']';
      out = [];
      return said;
    },
  };
}`;
}

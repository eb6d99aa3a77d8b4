import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordRefusal, preparedPassword } from './password-rule.ts';

const owner = { name: 'Dana Whitfield', email: 'd.whitfield@state.example.gov' };
const alone = (password: string) => passwordRefusal(password, { secondFactor: false, owner });

describe('a password', () => {
  it.each([
    'correct-otter battery stapler',
    'violet kettle under nine bridges',
    'xKq9vTz2LmR4wPs',
    'ключ под старым ковриком',
    '鍵は古い敷物の下にあります昨日から',
    '🌵🚲🧦🪁🥁🦔🛶🧊🪴🧵🎻🪑🧲🧯🪣',
  ])('may be made of any signs: %s', (password) => {
    expect(alone(password)).toBeNull();
  });

  it.each([
    ['fourteen signs', 'xKq9vTz2LmR4wP', /at least 15 characters, or 12 with a second factor/],
    ['too long', `${'violet kettle '.repeat(10)}`, /at most 128 characters/],
    ['on the list', '1q2w3e4r5t6y7u8i', /easy to guess/],
    ['on the list in capitals with spaces', 'Never Gonna Give You Up', /easy to guess/],
    ['common words with a number', 'Password-Sunshine-2026', /easy to guess/],
    ['letters behind digits', 'P@ssw0rd P@ssw0rd!', /easy to guess/],
    ['one sign', 'aaaaaaaaaaaaaaaaaaaa', /easy to guess/],
    ['a word again and again', 'ottersottersottersotters'.slice(0, 18).replaceAll('otters', 'otter'), /easy to guess/],
    ['rows of keys', 'qwertyuiopasdfghjkl', /easy to guess/],
    ['rows of keys backwards', 'poiuytrewq0987654321', /easy to guess/],
    ['one’s own name', 'DanaWhitfield-1984', /easy to guess/],
    ['one’s own address', 'd.whitfield@state.example.gov', /easy to guess/],
    ['the name of a strategy', 'Functional Bureau Strategy', /easy to guess/],
    ['the product and the office', 'FBS Dashboard TIP Office', /easy to guess/],
  ])('is refused if it is %s', (_what, password, sentence) => {
    expect(alone(password)).toMatch(sentence);
  });

  it('may be shorter beside a second factor', () => {
    expect(alone('xKq9vTz2LmR4')).toMatch(/at least 15/);
    expect(passwordRefusal('xKq9vTz2LmR4', { secondFactor: true, owner })).toBeNull();
    expect(passwordRefusal('xKq9vTz2LmR', { secondFactor: true, owner })).toMatch(/at least 12 characters:/);
    expect(passwordRefusal('passwordpassword', { secondFactor: true, owner })).toMatch(/easy to guess/);
  });

  it('is the same however its accents were typed', () => {
    expect(preparedPassword('cafe\u0301 cre\u0300me')).toBe(preparedPassword('caf\u00e9 cr\u00e8me'));
    expect(alone('caf\u00e9 \u00e0 la cr\u00e8')).toMatch(/at least 15/);
  });

  it('of random letters is never taken for a common one, and any text is judged', () => {
    const random = fc.string({ unit: fc.constantFrom(...'bcdfghjkmnpqrstvwxz'), minLength: 24, maxLength: 40 });
    fc.assert(fc.property(random, (password) => new Set(password).size < 10 || alone(password) === null));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => alone(text) === null || alone(text) !== ''),
    );
  });
});

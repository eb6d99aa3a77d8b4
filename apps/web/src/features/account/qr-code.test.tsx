// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { encode } from 'uqr';
import { afterEach, expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

afterEach(cleanup);

test('every dark square of the code is drawn, on a light ground, with words for whoever cannot see it', () => {
  const text = 'otpauth://totp/FBS%20Performance:ada%40example.gov?secret=GEZDGNBVGY3TQOJQ';
  render(<QrCode text={text} label="QR code for your app" />);
  const drawing = screen.getByRole('img', { name: 'QR code for your app' });
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
  const drawn = [...(drawing.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+ \d+)h1v1h-1z/g)];
  expect(drawn.map(([, place]) => place)).toEqual(dark);
  expect(drawing.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
  expect(drawing.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
});

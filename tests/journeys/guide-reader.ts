import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, type Office, type Persona } from './office.ts';
import { toPalette } from './palette-png.ts';

const folder = fileURLToPath(new URL('../../docs/guides', import.meta.url));
/** Only where it is asked for: pictures change with every screen, and belong to the change that does it. */
const takesPictures = process.env.FBS_GUIDE_PICTURES === '1';

type Role = 'link' | 'button' | 'radio' | 'checkbox';

/** Somebody who works with a guide in hand: does only what it says, by the names that it gives. */
export type Reader = {
  readonly page: Page;
  /** Presses what the guide calls so; where the screen adds to the name, `as` says how it is found. */
  press(role: Role, name: string, as?: RegExp): Promise<void>;
  /** Finds what the guide calls so on the screen. */
  see(name: string): Promise<void>;
  /** Takes the picture of the window that the guide shows here. */
  picture(name: string): Promise<void>;
  resize(height: number): Promise<void>;
};

const settle = async (page: Page): Promise<void> => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
};

/** Scrolls so far that something stands at the top of the window. */
export const fromTop = (part: Locator): Promise<void> =>
  part.evaluate((element) => Reflect.apply(Reflect.get(element, 'scrollIntoView'), element, []));

export const readGuide = async (office: Office, persona: Persona, guide: string): Promise<Reader> => {
  const text = readFileSync(`${folder}/${guide}.md`, 'utf8').replace(/\s+/g, ' ');
  const page = await office.signIn(persona);
  const resize = (height: number) => page.setViewportSize({ width: 1280, height });
  await resize(800);
  const named = (name: string): void => expect(text, `the guide speaks of ${name}`).toContain(`**${name}**`);
  return {
    page,
    resize,
    press: async (role, name, as) => {
      named(name);
      await page
        .getByRole(role, as === undefined ? { name, exact: true } : { name: as })
        .first()
        .click();
    },
    see: async (name) => {
      named(name);
      await expect(page.getByText(name).first()).toBeVisible();
    },
    picture: async (name) => {
      expect(text, `the guide shows ${name}`).toContain(`(images/${name}.png)`);
      await settle(page);
      if (!takesPictures) return;
      await page.waitForLoadState('networkidle');
      await page.mouse.move(0, 0);
      writeFileSync(`${folder}/images/${name}.png`, toPalette(await page.screenshot({ animations: 'disabled' })));
    },
  };
};

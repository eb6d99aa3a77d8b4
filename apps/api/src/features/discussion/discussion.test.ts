import { addComment, markSeen, readDiscussion, readMyWork, reopenComment, resolveComment } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { placed, seen } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const here = placed('1.2-D', 2022);
const discussionOf = (client: Client, asOf?: string) =>
  client.ok(readDiscussion, { ...here, querystring: asOf === undefined ? {} : { asOf } });
const say = (client: Client, text: string, mentions: string[] = []) =>
  client.ok(addComment, { ...here, body: { text, mentions } });
const at = (comment: string) => ({ params: { ...here.params, comment } });

describe('a comment', () => {
  it('is read by everybody who is signed in, with the names of whom it mentions, and leaves a trace', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const before = await lastAudit(office);
    const { people } = await discussionOf(planner);
    const someone = people[1] ?? { id: '', name: '' };
    const comment = await say(planner, `  Which courses, @${someone.name}?\nThanks. `, [someone.id, someone.id]);
    expect(comment).toMatchObject({
      text: `Which courses, @${someone.name}?\nThanks.`,
      mentions: [{ id: someone.id, name: someone.name }],
      resolved: null,
      version: 1,
    });
    expect(await auditAfter(office, before)).toMatchObject([{ action: 'wrote a comment', subject_id: comment.id }]);
    for (const persona of ['viewer', 'contributor-rpa', 'administrator']) {
      const client = await office.signIn(persona);
      expect(await discussionOf(client)).toMatchObject({
        comments: [comment],
        open: 1,
        rights: { write: persona !== 'viewer' },
      });
    }
  });

  it('mentions only people who can read it, which the published record cannot', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const { people } = await discussionOf(planner);
    const roles = await office.rows<{ id: string }>('select distinct person_id as id from person_roles');
    expect(people.map(({ id }) => id).sort()).toEqual(roles.map(({ id }) => id).sort());
    const refusal = await planner.refused(addComment, { ...here, body: { text: 'Hello', mentions: ['nobody'] } });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/mentions/0' }] });
  });

  it('without words, or on a year that the strategy does not have, is refused', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const blank = await planner.refused(addComment, { ...here, body: { text: ' \n ' } });
    expect(blank).toMatchObject({ status: 422, errors: [{ pointer: '/text', detail: 'Write the comment first.' }] });
    const far = await planner.refused(addComment, { ...placed('1.2-D', 2040), body: { text: 'Hello' } });
    expect(far).toMatchObject({ status: 422, errors: [{ pointer: '/year' }] });
  });

  it('is not written by a viewer', async () => {
    const viewer = await (await openOffice()).signIn('viewer');
    const refusal = await viewer.refused(addComment, { ...here, body: { text: 'Hello' } });
    expect(refusal).toMatchObject({
      status: 403,
      detail: 'Only planners, contributors, reviewers and administrators may take part in discussions.',
    });
  });

  it('is resolved and opened again, each on the version that was seen', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    const { id } = await say(planner, 'Is the last quarter in?');
    const before = await lastAudit(office);
    const resolved = await reviewer.ok(resolveComment, { ...at(id), headers: seen(1) });
    expect(resolved).toMatchObject({ version: 2, resolved: { at: office.clock.now() } });
    expect((await discussionOf(planner)).open).toBe(0);
    const stale = await planner.refused(reopenComment, { ...at(id), headers: seen(1) });
    expect(stale).toMatchObject({ status: 412, current: resolved });
    expect((await planner.refused(reopenComment, at(id))).status).toBe(428);
    expect((await planner.refused(resolveComment, { ...at(id), headers: seen(2) })).status).toBe(409);
    expect(await planner.ok(reopenComment, { ...at(id), headers: seen(2) })).toMatchObject({
      version: 3,
      resolved: null,
    });
    const actions = (await auditAfter(office, before)).map(({ action }) => action);
    expect(actions).toEqual(['resolved a comment', 'reopened a comment']);
  });

  it('is shown on a past day as it stood on it', async () => {
    const office = await openOffice();
    const { id } = await say(await office.signIn('planner'), 'Is the last quarter in?');
    office.clock.forward({ hours: 48 });
    const planner = await office.signIn('planner');
    await planner.ok(resolveComment, { ...at(id), headers: seen(1) });
    expect(await discussionOf(planner, '2026-01-14')).toMatchObject({ comments: [], open: 0 });
    expect(await discussionOf(planner, '2026-01-15')).toMatchObject({
      comments: [{ id, resolved: null }],
      open: 1,
      rights: { write: false },
    });
    expect((await discussionOf(planner)).comments).toMatchObject([{ id, version: 2 }]);
  });

  it('that was resolved and opened again is shown on each past day as it stood on it', async () => {
    const office = await openOffice();
    const { id } = await say(await office.signIn('planner'), 'Is the last quarter in?');
    const move = async (endpoint: typeof resolveComment | typeof reopenComment, version: number) => {
      office.clock.forward({ hours: 24 });
      const planner = await office.signIn('planner');
      await planner.ok(endpoint, { ...at(id), headers: seen(version) });
    };
    await move(resolveComment, 1);
    await move(reopenComment, 2);
    await move(resolveComment, 3);
    const viewer = await office.signIn('viewer');
    const openOn = async (day: string) => (await discussionOf(viewer, day)).open;
    expect(await Promise.all(['2026-01-15', '2026-01-16', '2026-01-17', '2026-01-18'].map(openOn))).toEqual([
      1, 0, 1, 0,
    ]);
    expect((await discussionOf(viewer, '2026-01-16')).comments[0]?.resolved?.at).toMatch(/^2026-01-16/);
    expect((await office.rows('select number, moved_to from comment_moves order by number')).length).toBe(3);
    await expect(office.change('delete from comment_moves where number = 2')).rejects.toThrow();
  });

  it('belongs to its own indicator and year', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { id } = await say(planner, 'Is the last quarter in?');
    const elsewhere = { params: { ...here.params, year: 2021, comment: id }, headers: seen(1) };
    expect((await planner.refused(resolveComment, elsewhere)).status).toBe(404);
  });
});

describe('a mention', () => {
  const mentionsOf = async (client: Client) =>
    (await client.ok(readMyWork, { params: { strategy } })).items.filter(({ kind }) => kind === 'mentioned');

  it('stands in the work of whom it names until they have seen it, and in nobody else’s', async () => {
    const office = await openOffice();
    const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
    await say(planner, 'Which courses are counted?', ['viewer', 'planner']);
    expect(await mentionsOf(planner)).toEqual([]);
    expect(await mentionsOf(await office.signIn('reviewer'))).toEqual([]);
    expect(await mentionsOf(viewer)).toMatchObject([
      { indicator: '1.2-D', year: 2022, reason: expect.stringContaining('Which courses are counted?') },
    ]);
    expect((await discussionOf(viewer)).unseen).toBe(1);
    expect((await discussionOf(planner)).unseen).toBe(0);
    const before = await lastAudit(office);
    const body = { indicator: '1.2-D', year: 2022, kind: 'mentioned' } as const;
    const { items } = await viewer.ok(markSeen, { params: { strategy }, body });
    expect(items.filter(({ kind }) => kind === 'mentioned')).toEqual([]);
    expect((await discussionOf(viewer)).unseen).toBe(0);
    await viewer.ok(markSeen, { params: { strategy }, body });
    expect(await auditAfter(office, before)).toMatchObject([{ action: 'saw a mention' }]);
  });

  it('waits for nobody once its comment is resolved, and again when it is opened', async () => {
    const office = await openOffice();
    const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
    const { id } = await say(planner, 'Is the last quarter in?', ['reviewer']);
    expect(await mentionsOf(reviewer)).toHaveLength(1);
    await planner.ok(resolveComment, { ...at(id), headers: seen(1) });
    expect(await mentionsOf(reviewer)).toEqual([]);
    await planner.ok(reopenComment, { ...at(id), headers: seen(2) });
    expect(await mentionsOf(reviewer)).toHaveLength(1);
  });

  it('goes by mail to whoever has an address, without what was said; a mail server that fails loses nothing', async () => {
    const letters: { to: string; subject: string; text: string }[] = [];
    const mailer = {
      send: async (mail: { to: string; subject: string; text: string }) => {
        if (mail.to.startsWith('refused')) throw new Error('refused');
        letters.push(mail);
      },
      close: () => undefined,
    };
    const office = await openOffice({ mailer });
    await office.change("update people set email = 'reviewer@example.gov' where id = 'reviewer'");
    await office.change("update people set email = 'refused@example.gov' where id = 'viewer'");
    await office.change("update people set email = null where id = 'administrator'");
    const planner = await office.signIn('planner');
    await say(planner, 'A secret figure: 4711.', ['reviewer', 'viewer', 'administrator', 'planner']);
    expect(letters.map(({ to }) => to)).toEqual(['reviewer@example.gov']);
    expect(letters[0]?.subject).toMatch(/mentioned you$/);
    expect(letters[0]?.text).toContain('1.2-D');
    expect(letters[0]?.text).not.toContain('4711');
    const mailed = await office.rows('select receiver_id from mention_receipts where mailed_at is not null');
    expect(mailed).toEqual([{ receiver_id: 'reviewer' }]);
    expect(await mentionsOf(await office.signIn('viewer'))).toHaveLength(1);
  });
});

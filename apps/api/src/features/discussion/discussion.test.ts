import { addComment, readDiscussion, reopenComment, resolveComment } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import type { Client } from '../../testing/client.ts';
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
      detail: 'Only planners, contributors, reviewers and administrators may discuss.',
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

  it('belongs to its own indicator and year', async () => {
    const planner = await (await openOffice()).signIn('planner');
    const { id } = await say(planner, 'Is the last quarter in?');
    const elsewhere = { params: { ...here.params, year: 2021, comment: id }, headers: seen(1) };
    expect((await planner.refused(resolveComment, elsewhere)).status).toBe(404);
  });
});

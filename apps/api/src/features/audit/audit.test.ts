import { exportAudit, readAudit, verifyAudit } from '@fbs/contract';
import { verificationRepository } from '@fbs/db';
import { expect, it } from 'vitest';
import { refusalOf } from '../../testing/client.ts';
import { enter } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const log = { querystring: {} };

it('shows administrators who did what, newest first, page by page', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  await enter(planner, '1.2-D', 2022, { value: '4870' });
  const administrator = await office.signIn('administrator');
  const first = await administrator.ok(readAudit, { querystring: { kind: 'value' } });
  expect(first.entries[0]).toMatchObject({ person: 'Dana Whitfield', kind: 'value', after: { value: '4870' } });
  expect(first.kinds).toContain('session');
  const all = await administrator.ok(readAudit, log);
  expect(all.total).toBeGreaterThan(100);
  expect(all.entries).toHaveLength(100);
  const second = await administrator.ok(readAudit, { querystring: { before: all.next ?? 0 } });
  expect(second.entries[0]?.id).toBeLessThan(all.entries.at(-1)?.id ?? 0);
  expect(second.total).toBe(all.total);
});

it('narrows the log down to a person, a day and a word', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  await enter(planner, '1.2-D', 2022, { value: '4870' });
  const administrator = await office.signIn('administrator');
  const { people } = await administrator.ok(readAudit, log);
  const person = people.find(({ name }) => name === 'Dana Whitfield')?.id ?? '?';
  const today = office.clock.now().slice(0, 10);
  const mine = await administrator.ok(readAudit, { querystring: { person, from: today, to: today } });
  expect(mine.entries.map(({ kind }) => kind).sort()).toEqual(['session', 'value']);
  expect(mine.next).toBeNull();
  const none = await administrator.ok(readAudit, { querystring: { text: 'no such thing' } });
  expect(none).toMatchObject({ total: 0, entries: [], next: null });
});

it.each(['planner', 'contributor', 'reviewer', 'viewer'])('keeps the log from a %s', async (persona) => {
  const client = await (await openOffice()).signIn(persona);
  for (const endpoint of [readAudit, exportAudit, verifyAudit]) {
    const reply = await client.send(endpoint, log);
    expect(reply.status).toBe(403);
    expect(refusalOf(reply).detail).toContain('Only administrators may read the audit log');
  }
});

it('names whom an account and a session are of, on screen, in words to search for and in the export', async () => {
  const office = await openOffice();
  await office.signIn('planner');
  const administrator = await office.signIn('administrator');
  const { entries } = await administrator.ok(readAudit, { querystring: { kind: 'session' } });
  expect(entries.map(({ about }) => about)).toEqual([
    { id: 'administrator', name: 'Sam Trudeau' },
    { id: 'planner', name: 'Dana Whitfield' },
  ]);
  const { entries: found } = await administrator.ok(readAudit, { querystring: { text: 'dana whit' } });
  expect(found.map(({ kind, about }) => [kind, about?.name])).toEqual([['session', 'Dana Whitfield']]);
  const { text } = await administrator.raw({ method: 'GET', url: '/api/audit/export?kind=session' });
  expect(text.split('\r\n')[2]).toMatch(/,signed in,session,[0-9a-f-]{36},Dana Whitfield,/);
  const rest = await administrator.ok(readAudit, { querystring: { kind: 'setting' } });
  expect(rest.entries.every(({ about }) => about === null)).toBe(true);
});

it('leaves as CSV with every entry, and writes down that it left', async () => {
  const office = await openOffice();
  const administrator = await office.signIn('administrator');
  const { total } = await administrator.ok(readAudit, log);
  const { status, text, headers } = await administrator.raw({ method: 'GET', url: '/api/audit/export' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFnumber,at,person,action,kind,subject,about,before,after');
  expect(lines).toHaveLength(total + 2);
  expect(text.split('\uFEFF')).toHaveLength(2);
  const [last] = (await administrator.ok(readAudit, log)).entries;
  expect(last).toMatchObject({ action: 'exported the audit log', kind: 'audit' });
});

it('finds every record as it was made, and names what was changed past the product', async () => {
  const office = await openOffice();
  const administrator = await office.signIn('administrator');
  const { checks } = await administrator.ok(verifyAudit, {});
  expect(checks.filter(({ findings }) => findings.length > 0)).toEqual([]);
  const checked = Object.fromEntries(checks.map(({ name, checked: count }) => [name, count]));
  expect(checked['Signed reviews']).toBe(4);
  expect(checked.Values).toBeGreaterThan(100);
  expect(checked.Targets).toBeGreaterThan(50);
  await office.change("update indicator_values set value = '1' where indicator_id like '%/1.2-D' and year = 2021");
  await office.change("update targets set value = '1' where indicator_id like '%/1.2-D' and year = 2021");
  await office.change('drop trigger snapshots_no_update');
  await office.change("update snapshots set document = document || ' ' where number = 1");
  const after = await administrator.ok(verifyAudit, {});
  const findings = after.checks.flatMap((check) => check.findings);
  expect(findings.filter((sentence) => sentence.includes('is not what was signed'))).toHaveLength(4);
  expect(findings).toContain(
    'Nothing keeps rows of snapshots from being changed: the trigger snapshots_no_update is gone.',
  );
  expect(findings.filter((sentence) => sentence.includes('1.2-D in FY 2021 has no such vintage'))).toHaveLength(2);
});

it('knows every table that is only added to by its triggers', async () => {
  const rows = await (await openOffice()).rows<{ name: string }>(
    "select name from sqlite_master where type = 'trigger' and sql like '%raise(abort%' order by name",
  );
  const known = verificationRepository.onlyAddedTo.flatMap((table) => [`${table}_no_delete`, `${table}_no_update`]);
  expect(rows.map(({ name }) => name)).toEqual(known.sort());
});

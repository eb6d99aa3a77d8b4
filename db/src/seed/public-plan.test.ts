import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { listFrameworkElements, listFrameworks } from '../repositories/framework-repository.ts';
import { listLinkages } from '../repositories/linkage-repository.ts';
import { goals, objectives, officeFacts, sections, strategies } from '../schema/plan.ts';
import { counters, settings } from '../schema/service.ts';
import { makeTemplate, type Template } from '../template.ts';
import { seedDatabase } from './seed-database.ts';
import { readSeedJson, readSeedTable } from './seed-files.ts';

type Linkage = { framework: string; element: string; strength: string; quote?: string; summary?: string };
type Named = { code: string; kind: string; statement: string; outline_statement?: string };
type Objective = Named & { justification_summary: string; data_sources: string[] };
type Goal = Named & { supports_goals?: string[]; linkages: Linkage[]; objectives: Objective[] };
type File = {
  source: Record<string, string>;
  organization: { name: string; acronym: string; parent: string; sections: Record<string, string>[] };
  strategy: Record<string, string | number>;
  frameworks: { code: string; title: string; elements: { code: string; label: string; quote?: string }[] }[];
  goals: Goal[];
};

const file = readSeedJson<File>('fbs-2018-2022.json');
let template: Template;
let database: Database;
beforeAll(async () => {
  template = await makeTemplate((each) => seedDatabase(each, 'production'));
  database = await template.copy();
});
afterAll(async () => {
  await database.close();
  template.remove();
});

describe('the strategy as loaded', () => {
  it('is the strategy of the file, word for word', async () => {
    const rows = await database.read(async (queries) => queries.select().from(strategies));
    const { source, organization, strategy } = file;
    expect(rows).toEqual([
      {
        id: 'fbs-2018-2022',
        title: strategy.title,
        firstYear: strategy.first_fiscal_year,
        lastYear: strategy.last_fiscal_year,
        vision: strategy.vision,
        missionSummary: strategy.mission_summary,
        organization: organization.name,
        acronym: organization.acronym,
        parent: organization.parent,
        sourceTitle: source.title,
        approvedOn: source.approved_on,
        lastUpdatedOn: source.last_updated_on,
        marking: source.marking,
        state: 'in_force',
        version: 1,
        createdAt: '2018-09-12T12:00:00.000Z',
      },
    ]);
  });

  it('has the sections, goals and objectives of the file in its order, every text unchanged', async () => {
    const loaded = await database.read(async (queries) => ({
      sections: await queries.select().from(sections).orderBy(sections.position),
      goals: await queries.select().from(goals).orderBy(goals.position),
      objectives: await queries.select().from(objectives).orderBy(objectives.position),
    }));
    expect(loaded.sections.map(({ code, name, summary }) => ({ code, name, summary }))).toEqual(
      file.organization.sections,
    );
    const named = ({ code, kind, statement, outline_statement }: Named) => ({
      code,
      kind,
      statement,
      outlineStatement: outline_statement ?? null,
    });
    expect(loaded.goals).toMatchObject(
      file.goals.map((goal) => ({ ...named(goal), supportsGoals: JSON.stringify(goal.supports_goals ?? []) })),
    );
    expect(loaded.objectives).toMatchObject(
      file.goals.flatMap((goal) =>
        goal.objectives.map((objective) => ({
          ...named(objective),
          goalId: `fbs-2018-2022/goal/${goal.code}`,
          justificationSummary: objective.justification_summary,
          dataSources: JSON.stringify(objective.data_sources),
        })),
      ),
    );
    expect([...loaded.goals, ...loaded.objectives].filter(({ code, shortName }) => code === shortName)).toEqual([]);
  });

  it('has every linkage of the file with its strength, quotation and summary', async () => {
    const loaded = await database.read((queries) => listLinkages(queries, 'fbs-2018-2022', null));
    expect(loaded).toMatchObject(
      file.goals.flatMap((goal) =>
        goal.linkages.map(({ framework, element, strength, quote = null, summary = null }) => ({
          subjectKind: 'goal',
          subjectId: `fbs-2018-2022/goal/${goal.code}`,
          framework,
          element,
          strength,
          quote,
          summary,
        })),
      ),
    );
    const before = await database.read((queries) => listLinkages(queries, 'fbs-2018-2022', '2018-09-11T23:59:59.999Z'));
    expect(before).toEqual([]);
  });
});

describe('what the strategy links up to', () => {
  it('holds the frameworks of the file with the labels and quotations of their elements', async () => {
    const [listed, elements] = await database.read(async (queries) => [
      await listFrameworks(queries, 'fbs-2018-2022'),
      await listFrameworkElements(queries, 'fbs-2018-2022', null),
    ]);
    expect(listed.map(({ code, title }) => ({ code, title }))).toEqual(
      file.frameworks.map(({ code, title }) => ({ code, title })),
    );
    for (const framework of file.frameworks) {
      for (const { code, label, quote = null } of framework.elements) {
        const id = `fbs-2018-2022/element/${framework.code}/${code}`;
        expect(elements.find((element) => element.id === id)).toMatchObject({ label, quote });
      }
    }
  });

  it('holds the whole tree of the JSP and the 16 standards and criteria under one root', async () => {
    const elements = await database.read((queries) => listFrameworkElements(queries, 'fbs-2018-2022', null));
    const jsp = elements.filter(({ frameworkId }) => frameworkId.endsWith('/JSP-2018-2022'));
    const codeOf = (id: string | null) => id?.split('/').at(-1) ?? '';
    expect(jsp.map(({ code, parentId, level, text }) => ({ code, parent: codeOf(parentId), level, text }))).toEqual(
      readSeedTable('jsp-2018-2022.csv'),
    );
    expect(jsp.filter(({ level }) => level === 'goal').map(({ label }) => label)).toEqual([
      'JSP Goal 1',
      'JSP Goal 2',
      'JSP Goal 3',
      'JSP Goal 4',
    ]);
    const tvpa = elements.filter(({ frameworkId }) => frameworkId.endsWith('/TVPA-108'));
    const parts = tvpa.filter(({ parentId }) => codeOf(parentId) === '108');
    expect(tvpa).toHaveLength(17);
    expect(parts.map(({ code, level, text }) => ({ code, kind: level, summary: text }))).toEqual(
      readSeedTable('tvpa-section-108.csv'),
    );
  });
});

describe('the rest of the public record', () => {
  it('holds the 24 facts about the office with goal, source and date', async () => {
    const rows = await database.read(async (queries) =>
      queries.select().from(officeFacts).orderBy(officeFacts.position),
    );
    expect(rows).toHaveLength(24);
    expect(
      rows.map(({ goalId, fact, value, unit, asOf, source }) => ({
        goal: goalId.split('/').at(-1),
        fact,
        value,
        unit,
        as_of: asOf,
        source,
      })),
    ).toEqual(readSeedTable('office-facts.csv'));
  });

  it('starts with a threshold of 10, no self-approval and the names of the assessments', async () => {
    const [rows, counted] = await database.read(async (queries) => [
      await queries.select().from(settings),
      await queries.select().from(counters),
    ]);
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]))).toEqual({
      rating_threshold: '10',
      self_approval: false,
      assessment_names: {
        noteworthy_progress: 'Noteworthy progress',
        on_track: 'On track',
        focus_area: 'Focus area',
        not_rated: 'Not rated',
      },
    });
    expect(counted).toContainEqual({ name: 'data_version', value: 1 });
  });

  it('is loaded once: a second start changes nothing', async () => {
    const fresh = await makeTemplate();
    const empty = await fresh.copy();
    expect(await seedDatabase(empty, 'production')).toBe(true);
    expect(await seedDatabase(empty, 'production')).toBe(false);
    expect(await seedDatabase(empty, 'evaluation')).toBe(false);
    await empty.close();
    fresh.remove();
  });
});

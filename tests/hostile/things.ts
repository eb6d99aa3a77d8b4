import Sqlite from 'better-sqlite3';

/** Real things for each parameter of an address, other people's among them. */
export type Things = Readonly<Record<string, readonly string[]>>;

/** Where the things of a parameter stand. A parameter without a line here gets nonsense alone. */
const places: Readonly<Record<string, string>> = {
  strategy: 'select id from strategies',
  indicator: 'select code from indicators order by code',
  objective: 'select code from objectives order by code',
  code: 'select code from goals union select code from objectives order by 1',
  framework: 'select code from frameworks order by code',
  element: 'select code from framework_elements order by code',
  linkage: 'select id from linkages order by id',
  action: 'select id from corrective_actions order by id',
  evidence: `select id from evidence union all
    select json_extract(value, '$.sha256') from review_sections, json_each(review_sections.files) order by 1`,
  comment: 'select id from comments order by at, id',
  import: 'select id from imports order by at, id',
};

/** Of FY 2022 most: its review is open. */
const years = ['2018', '2019', '2020', '2021', ...Array.from({ length: 7 }, () => '2022'), '2017', '2023', '99999'];

/** @returns what the database holds at this moment */
export const thingsIn = (file: string): Things => {
  const raw = new Sqlite(file, { readonly: true });
  const found = Object.entries(places).map(([name, query]): [string, string[]] => [
    name,
    raw.prepare(query).pluck().all().map(String),
  ]);
  raw.close();
  return { ...Object.fromEntries(found), year: years, number: ['1', '2', '0', '99'] };
};

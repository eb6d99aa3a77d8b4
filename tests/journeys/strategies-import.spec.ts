import { expect, expectAccessible, test } from './office.ts';

const objective = (id: string, name: string, inside = '') =>
  `<Objective><Name>${name}</Name><Description>${name}, every year.</Description><Identifier>_${id}</Identifier>${inside}</Objective>`;

const indicator =
  '<Mood>calm</Mood><PerformanceIndicator ValueChainStage="Output" PerformanceIndicatorType="Quantitative"><MeasurementDimension>Samples taken</MeasurementDimension><UnitOfMeasurement>samples</UnitOfMeasurement><Identifier>_i1</Identifier><MeasurementInstance><TargetResult><NumberOfUnits>75%</NumberOfUnits></TargetResult></MeasurementInstance></PerformanceIndicator>';

const plan = (goals: readonly (readonly [id: string, name: string, inside: string])[]) => ({
  name: 'rivers.xml',
  mimeType: 'application/xml',
  buffer: Buffer.from(
    `<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Strategy for Rivers</Name><StrategicPlanCore><Organization><Name>Office of Rivers</Name><Acronym>Rivers</Acronym></Organization>${goals
      .map(
        ([id, name, inside]) =>
          `<Goal><Name>${name}</Name><Description>${name} for all.</Description><Identifier>_${id}</Identifier>${inside}</Goal>`,
      )
      .join(
        '',
      )}</StrategicPlanCore><AdministrativeInformation><StartDate>2022-10-01</StartDate><EndDate>2027-09-30</EndDate></AdministrativeInformation></PerformancePlanOrReport>`,
  ),
});

const first = plan([
  ['g1', 'Clean water', objective('o1', 'Sampling', indicator) + objective('o2', 'Training')],
  ['g2', 'Fair law', objective('o3', 'Permits')],
]);
const second = plan([
  ['g1', 'Clean and safe water', objective('o1', 'Sampling', indicator)],
  ['g2', 'Fair law', objective('o3', 'Permits') + objective('o2', 'Training') + objective('o4', 'Appeals')],
]);

test('an administrator imports a strategy from StratML, and merges what she wants of its next edition', async ({
  office,
}) => {
  const page = await office.signIn('administrator');
  await page.goto('/admin/strategies');
  await page.getByRole('link', { name: 'Import from a file' }).click();
  const look = page.getByRole('button', { name: 'Look at what it holds' });
  await look.click();
  await expect(page.getByText('Choose a file first')).toBeVisible();
  const file = page.getByLabel('File', { exact: true });
  await file.setInputFiles({ ...first, buffer: Buffer.from('<!DOCTYPE a><StrategicPlan/>') });
  await look.click();
  await expect(page.getByText(/declares a document type/)).toBeVisible();
  await file.setInputFiles(first);
  await look.click();
  await expect(page.getByRole('heading', { name: 'What rivers.xml holds' })).toBeFocused();
  await expect(page.getByRole('main').getByText('with 2 goals, 3 objectives and 1 indicator.')).toBeVisible();
  await expect(page.getByText('The element "Mood" is not part of StratML: its text is kept.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '1.2 Training' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Id').fill('rivers-next');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Strategy for Rivers 2023–2027');
  await expect(page).toHaveURL(/\/admin\/strategies\/rivers-next/);
  await expect(page.getByLabel('Short name of the goal').first()).toHaveValue('Clean water');
  await page.getByText('What its file says beyond these fields').click();
  await expect(page.getByText('Target: 75%')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Compare with a newer edition' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(second);
  await look.click();
  await expect(page.getByRole('heading', { name: 'How it differs from Strategy for Rivers' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Training objective 1\.2/ })).toContainText(
    'Moves from goal 1 to goal 2, as 2.2.',
  );
  await expect(page.getByRole('row', { name: /Clean water goal 1/ })).toContainText('Clean and safe water');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByLabel('Add what is new (1)').uncheck();
  await page.getByRole('button', { name: 'Take over 2 differences' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2 differences taken over' })).toBeFocused();
  await expect(page.getByText('Nothing is saved yet.')).toHaveCount(0);
  await page.getByRole('link', { name: 'Go to the draft' }).click();
  await expect(page.getByLabel('Short name of the goal').first()).toHaveValue('Clean and safe water');
  await expect(page.getByLabel('Short name of the objective').nth(2)).toHaveValue('Training');
  await expect(page.getByLabel('Short name of the objective')).toHaveCount(3);
});

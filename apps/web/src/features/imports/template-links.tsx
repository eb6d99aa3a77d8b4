import { formatYear } from '../../lib/format.ts';
import { DownloadButton } from '../../ui/button.tsx';
import { templateAddress } from './imports-queries.ts';

type TemplateLinksProps = { readonly strategy: string; readonly year: number };

/** Spreadsheets to fill in, with what is recorded already. */
export const TemplateLinks = ({ strategy, year }: TemplateLinksProps) => (
  <section className="import__templates" aria-labelledby="import-template">
    <h2 id="import-template">1. Fill in a template</h2>
    <p className="soft">
      It holds the indicators, targets and values as they are now. Type what is missing; an empty cell changes nothing.
    </p>
    <div className="import__buttons">
      <DownloadButton href={templateAddress(strategy, 'xlsx', year)} download>
        {formatYear(year)}, Excel
      </DownloadButton>
      <DownloadButton href={templateAddress(strategy, 'csv', year)} download>
        {formatYear(year)}, CSV
      </DownloadButton>
      <DownloadButton kind="quiet" href={templateAddress(strategy, 'xlsx')} download>
        All years, Excel
      </DownloadButton>
      <DownloadButton kind="quiet" href={templateAddress(strategy, 'csv')} download>
        All years, CSV
      </DownloadButton>
    </div>
  </section>
);

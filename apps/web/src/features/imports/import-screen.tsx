import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useStrategy } from '../../lib/session.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ImportList } from './import-list.tsx';
import { ImportResult } from './import-result.tsx';
import { importListQuery, importQuery, tryFile } from './imports-queries.ts';
import type { ImportsSearch } from './imports-search.ts';
import { TemplateLinks } from './template-links.tsx';
import { UploadArea } from './upload-area.tsx';
import './imports.scss';

export const prefetch = ({ queryClient, strategy }: Visit): void => {
  void queryClient.prefetchQuery(importListQuery(strategy));
};

/** Hands a file over and shows how far it is. */
const useUpload = (strategy: string) => {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const upload = async (file: File) => {
    setBusy(true);
    setError(undefined);
    announce('Sending the file');
    try {
      const detail = await tryFile(strategy, file);
      queryClient.setQueryData(importQuery(strategy, detail.id).queryKey, detail);
      await navigate({ to: '/entry/import', search: (previous) => ({ ...previous, import: detail.id }) });
      await queryClient.invalidateQueries({ queryKey: importListQuery(strategy).queryKey });
    } catch (refusal) {
      setError(reasonOf(refusal));
      announce(reasonOf(refusal));
    }
    setBusy(false);
  };
  return { isBusy, error, upload };
};

type UploadProps = { readonly strategy: string; readonly year: number; readonly isNext: boolean };

const Upload = ({ strategy, year, isNext }: UploadProps) => {
  const { isBusy, error, upload } = useUpload(strategy);
  return (
    <div className="import__steps">
      <TemplateLinks strategy={strategy} year={year} />
      <section aria-labelledby="import-upload">
        <h2 id="import-upload">2. Upload it</h2>
        <UploadArea isNext={isNext} isBusy={isBusy} error={error} onFile={(file) => void upload(file)} />
      </section>
    </div>
  );
};

const Result = ({ strategy, id }: { strategy: string; id: string }) => (
  <Loaded
    query={useQuery(importQuery(strategy, id))}
    what="This import"
    placeholder={<Loading what="the import" height={240} />}
    wayOn={
      <Link to="/entry/import" search={(previous) => ({ ...previous, import: undefined })}>
        All imports
      </Link>
    }
  >
    {(detail) => <ImportResult strategy={strategy} detail={detail} />}
  </Loaded>
);

export const ImportScreen = () => {
  const strategy = useStrategy().id;
  const { year } = useYearAndAsOf();
  const { import: id }: ImportsSearch = useSearch({ strict: false });
  const mayEnter = useMay('enter values');
  const list = useQuery(importListQuery(strategy));
  return (
    <div className="page import">
      <PageHeading
        title="Import"
        over={
          <Link to="/entry" activeOptions={{ exact: true }}>
            Data entry
          </Link>
        }
      />
      {mayEnter ? (
        <Upload strategy={strategy} year={year} isNext={id === undefined} />
      ) : (
        <Notice title="Only planners and contributors import figures">
          You can see here what they imported, as far as it is yours to see.
        </Notice>
      )}
      {id !== undefined && <Result key={id} strategy={strategy} id={id} />}
      <section aria-labelledby="import-list">
        <h2 id="import-list">Imports so far</h2>
        <Loaded
          query={list}
          what="The imports"
          placeholder={<Loading what="the imports" height={120} />}
          wayOn={<Link to="/entry">Go to data entry</Link>}
        >
          {(imports) => <ImportList strategy={strategy} imports={imports} />}
        </Loaded>
      </section>
    </div>
  );
};

import { formatInstant } from '../../lib/format.ts';
import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';
import type { ExportOutline, ExportPlace } from './exports-queries.ts';

type VersionChoiceProps = { readonly outline: ExportOutline; readonly place: ExportPlace };

/** Which signed version, or the draft; where there is only one, there is nothing to choose. */
export const VersionChoice = ({ outline: { versions, draftOffered }, place }: VersionChoiceProps) => {
  const [latest] = versions;
  const unasked = draftOffered ? undefined : latest?.number;
  if (versions.length + Number(draftOffered) < 2) return null;
  const params = { year: String(place.year) };
  return (
    <div className="export__versions">
      <SwitchLinks label="Version">
        {draftOffered && (
          <SwitchLink
            to="/reviews/$year/export"
            params={params}
            search={(previous) => ({ ...previous, version: undefined })}
            current={place.version === undefined}
          >
            Draft
          </SwitchLink>
        )}
        {versions.map(({ number, finalAt, signedBy }) => (
          <SwitchLink
            key={number}
            to="/reviews/$year/export"
            params={params}
            search={(previous) => ({ ...previous, version: number })}
            current={number === (place.version ?? unasked)}
            title={`Signed by ${signedBy}, ${formatInstant(finalAt)} UTC`}
          >
            {`Version ${number}`}
          </SwitchLink>
        ))}
      </SwitchLinks>
    </div>
  );
};
